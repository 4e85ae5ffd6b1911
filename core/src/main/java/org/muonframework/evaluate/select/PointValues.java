package org.muonframework.evaluate.select;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Interval;

/** The values of one working point on one part. */
final class PointValues {

    private static final List<String> OF_CUT =
            List.of("signal-efficiency", "background-efficiency", "background-rejection");
    private static final String GAIN = "rejection-gain";
    private static final String PURITY = "purity";
    private static final List<String> OF_REFERENCE =
            List.of("reference-signal-efficiency", "reference-background-efficiency", "reference-rejection");

    private final WorkingPoint point;
    private final Part part;
    private final Findings findings;

    PointValues(WorkingPoint point, Part part, Findings findings) {
        this.point = point;
        this.part = part;
        this.findings = findings;
    }

    /** Adds what there is to say, the most important first; of the reference selection only if the point has one. */
    void judge(SignalSample sample) {
        ReferenceSelection reference = ReferenceSelection.of(sample.sample(), point.reference());
        Optional<String> problem = sample.problem().or(reference::problem);
        if (problem.isPresent()) {
            boolean referred = point.reference().isPresent();
            addMissing(referred ? List.of(GAIN) : List.of(), problem.get());
            addMissing(OF_CUT, problem.get());
            addMissing(List.of(PURITY), problem.get());
            addMissing(referred ? OF_REFERENCE : List.of(), problem.get());
            return;
        }
        Overlap signal = Overlap.of(sample.rows(), true, point.threshold(), reference.passes());
        Overlap background = Overlap.of(sample.rows(), false, point.threshold(), reference.passes());
        if (point.reference().isPresent()) {
            RejectionGain gain = RejectionGain.of(sample.rows(), sample.roc(), reference.passes());
            add(gain.as(GAIN, part), gain.problem());
        }
        addCut(signal, background);
        addPurity(signal, background);
        if (point.reference().isPresent()) {
            add(signal.ofReference().as("reference-signal-efficiency", part), Optional.empty());
            add(background.ofReference().as("reference-background-efficiency", part), Optional.empty());
            addRejection("reference-rejection", background.ofReference());
        }
    }

    private void addCut(Overlap signal, Overlap background) {
        if (point.problem().isPresent()) {
            addMissing(OF_CUT, point.problem().get());
            return;
        }
        add(signal.ofCut().as("signal-efficiency", part), Optional.empty());
        add(background.ofCut().as("background-efficiency", part), Optional.empty());
        addRejection("background-rejection", background.ofCut());
    }

    private void addPurity(Overlap signal, Overlap background) {
        if (point.problem().isPresent()) {
            addMissing(List.of(PURITY), point.problem().get());
            return;
        }
        double all = signal.cut() + background.cut();
        double squares = signal.cutSquares() + background.cutSquares();
        Share purity = new Share(signal.cut(), signal.cutSquares(), all, squares);
        Optional<String> nothing = all > 0
                ? Optional.empty()
                : Optional.of("no row passes, or the weights of those that do not add up to more than 0");
        add(purity.as(PURITY, part), nothing);
    }

    private void addRejection(String name, Share share) {
        Interval rejection = rejection(share);
        MetricValue value = MetricValue.of(name, part, 1 / share.value()).within(rejection.low(), rejection.high());
        if (share.passed() > 0) {
            add(value, Optional.empty());
        } else {
            add(
                    MetricValue.of(name, part, Double.NaN),
                    Optional.of(String.format(
                            Locale.ROOT,
                            "no background passes; with 84 %% confidence it is above %.3g",
                            rejection.low())));
        }
    }

    /** The interval of one in how many passes; without an upper end where the one of the share begins at 0. */
    static Interval rejection(Share share) {
        Interval interval = share.interval();
        return new Interval(1 / interval.high(), interval.low() > 0 ? 1 / interval.low() : Double.NaN);
    }

    private void addMissing(List<String> names, String reason) {
        names.forEach(name -> add(MetricValue.of(name, part, Double.NaN), Optional.of(reason)));
    }

    /** Adds a value under the name of the point. */
    void add(MetricValue value, Optional<String> missing) {
        MetricValue named = value.with("point", point.name());
        missing.ifPresentOrElse(reason -> findings.addMissing(named, reason), () -> findings.add(named));
    }
}

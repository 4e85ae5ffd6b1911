package org.muonframework.darksector.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.muonframework.darksector.merit.Estimate;
import org.muonframework.darksector.merit.MassCurve;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.stats.limit.Band;

/** Expected limits against the mass, with their bands, without a classifier and beside the published range. */
final class LimitFigures {

    private final ZPrimeLimitsSettings settings;
    private final Evaluation evaluation;
    private final List<MassLimits> without;
    private final List<MassLimits> with;

    LimitFigures(
            ZPrimeLimitsSettings settings, Evaluation evaluation, List<MassLimits> without, List<MassLimits> with) {
        this.settings = settings;
        this.evaluation = evaluation;
        this.without = without;
        this.with = with;
    }

    List<Figure> figures() {
        return List.of(
                figure(
                        "limit-cross-section",
                        "Expected limit on the cross-section",
                        "cross-section times branching ratio to muons",
                        Axis.of("σ(e^{+}e^{−} → μμZ′) · B(Z′ → μμ)", "fb").log(),
                        MassLimit::crossSection,
                        PublishedRange.CROSS_SECTION,
                        "0.212 to 9 GeV"),
                figure(
                        "limit-coupling",
                        "Expected limit on the coupling",
                        "coupling g′ of L_{μ} − L_{τ}",
                        Axis.of("g′").log(),
                        MassLimit::coupling,
                        PublishedRange.COUPLING,
                        "masses below 6 GeV"));
    }

    private Figure figure(
            String name,
            String title,
            String of,
            Axis y,
            Function<MassLimit, Band> quantity,
            PublishedRange published,
            String where) {
        List<Mark> lines = settings.published() ? published.marks() : List.of();
        double[] masses =
                with.stream().mapToDouble(limits -> limits.mass().mass()).toArray();
        Mark none = MassCurve.dashed("no classifier", masses, at(without, quantity, MassLimit::oneSigma));
        List<Mark> marks = new ArrayList<>(lines);
        marks.add(MassCurve.banded("expected, ±2σ", masses, at(with, quantity, MassLimit::twoSigma)));
        marks.add(MassCurve.banded("expected, ±1σ", masses, at(with, quantity, MassLimit::oneSigma)));
        marks.add(none);
        String beside = settings.published()
                ? " The lines are the lowest and the highest observed limit of Belle II with 178 fb^{−1}, " + where
                        + " (arXiv:2403.02841). Belle searched 0.212 to 10 GeV with 643 fb^{−1} (arXiv:2109.08596)."
                : "";
        String caption = String.format(
                Locale.ROOT,
                "Upper limit on the %s expected without a signal at %.4g %% confidence for %.6g fb^{−1} (CLs), on the"
                        + " %s part: the %s on the score of %s with bands of one and two standard deviations, and"
                        + " without a classifier.%s",
                of,
                100 * settings.confidenceLevel(),
                settings.luminosity(),
                evaluation.evaluated().label(),
                settings.cut().words(),
                evaluation.model(),
                beside);
        return Figure.of(name, title, caption, MassCurve.AXIS, y, marks)
                .comparing(Stream.concat(
                                lines.stream(),
                                Stream.of(none, MassCurve.line("", masses, at(with, quantity, MassLimit::oneSigma))))
                        .toList());
    }

    private static List<Estimate> at(
            List<MassLimits> limits, Function<MassLimit, Band> quantity, Function<Band, Estimate> width) {
        return limits.stream()
                .map(mass -> mass.drawn().map(quantity).map(width).orElse(Estimate.NONE))
                .toList();
    }
}

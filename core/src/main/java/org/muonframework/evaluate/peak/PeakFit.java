package org.muonframework.evaluate.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;
import org.muonframework.stats.fit.Estimate;
import org.muonframework.stats.fit.FitResult;
import org.muonframework.stats.fit.FittedPeak;
import org.muonframework.stats.fit.PeakFitter;
import org.muonframework.stats.fit.Signal;

/**
 * Values on the evaluated part, under the key {@code peak} = name of the fit: {@code peak-mass}, {@code peak-width}
 * (natural; of a Breit–Wigner), {@code peak-resolution} and {@code peak-yield}, with several peaks one for each under
 * the key {@code number}; {@code chi2-per-ndf}, {@code chi2}, {@code ndf} and {@code fit-p-value}.
 * Figure: {@code peak-NAME}.
 */
final class PeakFit implements Metric {

    /** Below this probability the model is said not to describe the data. */
    private static final double UNLIKELY = 1e-3;

    private final PeakFitSettings settings;

    PeakFit(PeakFitSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> columns() {
        return List.of(settings.variable());
    }

    @Override
    public boolean needsModel() {
        return settings.threshold().isPresent();
    }

    @Override
    public Optional<String> objection(Task task) {
        return settings.scoreObjection(task).or(() -> settings.onlyClass()
                .filter(name -> !task.classes().contains(name))
                .map(name -> task.classes().isEmpty()
                        ? "only-class needs a task with classes"
                        : "only-class names '" + name + "', which is no class."
                                + Suggestions.didYouMean(name, task.classes())));
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        PeakRows rows = PeakRows.of(evaluation, settings);
        FitResult result = PeakFitter.fit(rows.histogram(), settings.model());
        Part part = evaluation.evaluated();
        if (rows.histogram().missing() > 0) {
            findings.note("Fit of " + settings.name() + ": rows left out as they have no value of "
                    + settings.variable() + ": " + rows.histogram().missing());
        }
        rows.problem()
                .or(result::problem)
                .ifPresentOrElse(
                        reason -> names().forEach(name -> findings.addMissing(value(name, part, Double.NaN), reason)),
                        () -> add(result, part, unit(evaluation), findings));
        findings.add(new PeakFigure(settings, evaluation, unit(evaluation), rows, result).figure());
        return findings.result();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("peak-mass", "peak-resolution", "peak-yield"));
        if (settings.signal() == Signal.BREIT_WIGNER) {
            names.add(1, "peak-width");
        }
        names.addAll(List.of("chi2-per-ndf", "chi2", "ndf", "fit-p-value"));
        return names;
    }

    /** The unit that the data tell, else that of the settings. */
    private String unit(Evaluation evaluation) {
        String told = evaluation.unit(settings.variable());
        return told.isEmpty() ? settings.unit() : told;
    }

    private void add(FitResult result, Part part, String unit, Findings findings) {
        for (int k = 0; k < result.peaks().size(); k++) {
            FittedPeak peak = result.peaks().get(k);
            String number = result.peaks().size() > 1 ? String.valueOf(k + 1) : "";
            findings.add(value("peak-mass", number, part, peak.mass()).in(unit));
            if (settings.signal() == Signal.BREIT_WIGNER) {
                findings.add(value("peak-width", number, part, peak.width()).in(unit));
            }
            findings.add(
                    value("peak-resolution", number, part, peak.resolution()).in(unit));
            findings.add(value("peak-yield", number, part, peak.yield()));
        }
        findings.add(value("chi2-per-ndf", part, result.chiSquarePerDegree()));
        findings.add(value("chi2", part, result.chiSquare()));
        findings.add(value("ndf", part, result.degrees()));
        findings.add(value("fit-p-value", part, result.pValue()));
        result.warnings().forEach(warning -> findings.warn("Fit of " + settings.name() + ": " + warning));
        if (result.pValue() < UNLIKELY) {
            findings.warn(String.format(
                    Locale.ROOT,
                    "Fit of %s: the model does not describe the data (p = %.1e), so its errors are too small",
                    settings.name(),
                    result.pValue()));
        }
    }

    private MetricValue value(String name, String number, Part part, Estimate estimate) {
        MetricValue value = value(name, part, estimate.value());
        MetricValue full = number.isEmpty() ? value : value.with("number", number);
        return estimate.error() > 0
                ? full.within(estimate.value() - estimate.error(), estimate.value() + estimate.error())
                : full;
    }

    private MetricValue value(String name, Part part, double number) {
        return MetricValue.of(name, part, number).with("peak", settings.name());
    }
}

package org.muonframework.calorimeter.resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;
import org.muonframework.stats.Binning;

/**
 * Values on the evaluated part, see {@link ResolutionValues}; figures, see {@link ResolutionFigures} and
 * {@link PredictionFigures}. With variations, bias and weights are those of the nominal sample.
 */
final class EnergyResolution implements Metric {

    /** χ²/ndf from which on a fit is bad, whatever the number of rows. */
    private static final double BAD_FIT = 5;

    private final EnergyResolutionSettings settings;
    private final RandomStreams random;

    EnergyResolution(EnergyResolutionSettings settings, RandomStreams random) {
        this.settings = settings;
        this.random = random;
    }

    @Override
    public List<String> columns() {
        return settings.energySum().stream().toList();
    }

    @Override
    public Optional<String> objection(Task task) {
        if (!task.regresses()) {
            return Optional.of("needs an energy to regress");
        }
        if (settings.target().isEmpty()) {
            return task.targets().size() == 1
                    ? Optional.empty()
                    : Optional.of("needs 'target', the energy among the targets: " + String.join(", ", task.targets()));
        }
        return settings.target()
                .filter(name -> !task.targets().contains(name))
                .map(name -> "'target' is '" + name + "', which is no target."
                        + Suggestions.didYouMean(name, task.targets()));
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Found found = new Found(evaluation.evaluated());
        String target = settings.target().orElse(evaluation.task().targets().get(0));
        EnergySample rows = EnergySample.of(evaluation.evaluatedSample(), evaluation.task(), target);
        Optional<String> problem = problem(rows);
        if (problem.isPresent()) {
            found.addMissing("mean-improvement", Map.of(), problem.get());
            return found.result();
        }
        Sample calibration = calibration(evaluation, target, found);
        Study study = Study.of(settings, random, rows, EnergySample.of(calibration, evaluation.task(), target));
        Study complete = settings.energySum()
                .map(column -> beside(study, column, evaluation, target, calibration, found))
                .orElse(study);
        PriorRange prior = PriorRange.of(evaluation.reference(), target);
        new ResolutionValues(settings, found).add(complete);
        new ResolutionFigures(settings, evaluation, prior).add(complete, found);
        new PredictionFigures(settings, evaluation, prior).add(complete, found);
        found.note("The correction of the bias and the weights of the combination are found on the "
                + calibration.part().label() + " part.");
        bad(study.fit()).ifPresent(found::warn);
        found.note("The energy of the tracker is 1/|curvature| and has no finite variance; so what is measured with it"
                + " is the central 68 %.");
        found.note(prior.sentence());
        return found.result();
    }

    /** That the curve is not that of the means, if so. */
    private Optional<String> bad(BiasFit fit) {
        double reduced = fit.law().chiSquare() / fit.law().degrees();
        return fit.problem().isEmpty() && reduced > BAD_FIT
                ? Optional.of("Mean predictions do not follow the curve that corrects them (χ²/ndf = "
                        + Texts.digits(reduced) + "): part of the bias is left after the correction."
                        + (settings.correction() == Correction.LINEAR ? " Try correction = power." : ""))
                : Optional.empty();
    }

    private Optional<String> problem(EnergySample rows) {
        return rows.problem().or(() -> {
            Binning bins = Binning.uniform(settings.bins(), settings.lowest(), settings.highest());
            boolean any = ResolutionCurve.of(rows, bins, OptionalLong.empty()).exists();
            return any
                    ? Optional.empty()
                    : Optional.of("no bin from " + Texts.energy(settings.lowest()) + " to "
                            + Texts.energy(settings.highest()) + " GeV of true energy has a positive weight");
        });
    }

    /** The rows that the correction is fitted to: those asked for, else others that results are not quoted for. */
    private Sample calibration(Evaluation evaluation, String target, Found found) {
        Evaluation nominal = evaluation.reference();
        Sample evaluated = nominal.evaluatedSample();
        Sample chosen = settings.correctionPart()
                .candidates()
                .flatMap(part -> nominal.sample(part).stream())
                .filter(sample -> sample.part() != nominal.evaluated() && !sample.sharesRowsWith(evaluated))
                .filter(sample ->
                        problem(EnergySample.of(sample, nominal.task(), target)).isEmpty())
                .findFirst()
                .orElse(evaluated);
        if (chosen == evaluated && evaluation.nominal().isEmpty()) {
            found.warn("The bias of the energy is corrected on the "
                    + evaluated.part().label()
                    + " part, on which the resolution is quoted; the corrected one is better by chance.");
        }
        return chosen;
    }

    /** The study beside the energy sum, whose scale and bias are found on the same rows as the model's. */
    private Study beside(
            Study study, String column, Evaluation evaluation, String target, Sample calibration, Found found) {
        Sample evaluated = evaluation.evaluatedSample();
        EnergySample sums = EnergySample.of(evaluated, evaluation.task(), target)
                .with(evaluated.columns().get(column));
        EnergySample others = EnergySample.of(calibration, evaluation.task(), target)
                .with(calibration.columns().get(column));
        Optional<String> problem = sums.problem().or(others::problem);
        Optional<SumScale> scale = problem.isPresent() ? Optional.empty() : SumScale.of(others);
        if (scale.isEmpty()) {
            found.warn("There is no comparison with '" + column + "': " + problem.orElse("its values hardly differ"));
            return study;
        }
        return study.beside(settings, random, sums.map(scale.get()::energy), others.map(scale.get()::energy));
    }
}

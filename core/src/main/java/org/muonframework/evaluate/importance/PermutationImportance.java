package org.muonframework.evaluate.importance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;

/**
 * Permutation importance (L. Breiman, Machine Learning 45 (2001) 5): rows of the evaluated part are predicted again
 * with the values of one feature, or group of features, shuffled among them. Rows are shuffled without regard to
 * weights and judged with them.
 *
 * <p>Values: {@code permutation-baseline}, the measure before shuffling (under the key {@code target} where targets are
 * regressed), and {@code permutation-importance} under the key {@code feature}, most important first, as mean ±
 * standard deviation over the shuffles. Figure: the same.
 */
final class PermutationImportance implements Metric {

    private static final String NAME = "permutation-importance";
    private static final String BASELINE = "permutation-baseline";

    private final ImportanceSettings settings;
    private final RandomStreams random;

    PermutationImportance(ImportanceSettings settings, RandomStreams random) {
        this.settings = settings;
        this.random = random;
    }

    @Override
    public Optional<String> objection(Task task) {
        return settings.measure().flatMap(measure -> measure.objection(task)).or(() -> objectionToGroups(task));
    }

    private Optional<String> objectionToGroups(Task task) {
        List<String> grouped = new ArrayList<>();
        for (Map.Entry<String, List<String>> group : settings.groups().entrySet()) {
            if (task.features().contains(group.getKey())) {
                return Optional.of("the group '" + group.getKey() + "' has the name of a feature");
            }
            for (String member : group.getValue()) {
                if (!task.features().contains(member)) {
                    return Optional.of("the group '" + group.getKey() + "' names '" + member + "', which is no feature."
                            + Suggestions.didYouMean(member, task.features()));
                }
                if (grouped.contains(member)) {
                    return Optional.of("the feature '" + member + "' is named twice in groups");
                }
                grouped.add(member);
            }
        }
        return Optional.empty();
    }

    /** It is slow, and says more of the model than of the sample. */
    @Override
    public boolean judgesVariations() {
        return false;
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        Sample sample = evaluation.evaluatedSample();
        if (evaluation.reprediction().isEmpty() || sample.features().length == 0) {
            findings.addMissing(
                    MetricValue.of(BASELINE, evaluation.evaluated(), Double.NaN),
                    "it needs the model and its features, which are not at hand");
            return findings.result();
        }
        Measure measure = settings.measure().orElseGet(() -> Measure.of(evaluation.task()));
        Rows rows = Rows.of(sample, settings.maxRows(), random.stream(NAME + " rows", 0));
        Quality quality = new Quality(measure, evaluation.task(), rows);
        Reprediction model = evaluation.reprediction().get();
        double[] baseline = quality.of(model.predict(rows.indices(), rows.features()));
        if (addBaseline(baseline, quality, evaluation, findings)) {
            addImportances(baseline, quality, model, evaluation, findings);
        }
        return findings.result();
    }

    /** Whether there is one. */
    private static boolean addBaseline(double[] baseline, Quality quality, Evaluation evaluation, Findings findings) {
        boolean exists = true;
        for (int t = 0; t < baseline.length; t++) {
            boolean exact = quality.measure() == Measure.RESOLUTION && baseline[t] == 0;
            MetricValue value = MetricValue.of(BASELINE, evaluation.evaluated(), exact ? Double.NaN : baseline[t])
                    .with("measure", quality.measure().label());
            if (quality.measure() == Measure.RESOLUTION) {
                String target = quality.task().targets().get(t);
                value = value.with("target", target).in(evaluation.unit(target));
            }
            if (Double.isFinite(value.value())) {
                findings.add(value);
            } else {
                String reason = exact
                        ? "all predictions are exact, so that no growth relative to that exists"
                        : "a prediction is not a number, or a class or all rows have no weight";
                findings.addMissing(value, reason);
                exists = false;
            }
        }
        return exists;
    }

    private void addImportances(
            double[] baseline, Quality quality, Reprediction model, Evaluation evaluation, Findings findings) {
        List<Importance> importances = new ArrayList<>();
        features(evaluation.task()).forEach((name, which) -> {
            double[] losses = new double[settings.repeats()];
            for (int r = 0; r < losses.length; r++) {
                float[][] shuffled = quality.rows().shuffled(which, random.stream(NAME + " " + name, r));
                losses[r] = quality.loss(baseline, model.predict(quality.rows().indices(), shuffled));
            }
            importances.add(Importance.of(name, losses));
        });
        importances.sort(Comparator.comparingDouble(Importance::mean).reversed());
        for (Importance importance : importances) {
            MetricValue value = importance.as(NAME, evaluation.evaluated());
            if (Double.isNaN(importance.mean())) {
                findings.addMissing(
                        value, "a prediction is not a number when '" + importance.feature() + "' is shuffled");
            } else {
                findings.add(value);
            }
        }
        ImportanceFigure figure = new ImportanceFigure(evaluation, settings, quality, baseline);
        findings.note(figure.sample());
        figure.of(importances).ifPresent(findings::add);
    }

    /** What is shuffled: each feature that is in no group, and each group, with the indices of its features. */
    private Map<String, int[]> features(Task task) {
        Map<String, int[]> features = new LinkedHashMap<>();
        List<String> grouped =
                settings.groups().values().stream().flatMap(List::stream).toList();
        for (int f = 0; f < task.features().size(); f++) {
            if (!grouped.contains(task.features().get(f))) {
                features.put(task.features().get(f), new int[] {f});
            }
        }
        settings.groups()
                .forEach((name, members) -> features.put(
                        name,
                        members.stream().mapToInt(task.features()::indexOf).toArray()));
        return features;
    }
}

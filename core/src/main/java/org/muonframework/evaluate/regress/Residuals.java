package org.muonframework.evaluate.regress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * Values for each target (key {@code target}) and part: those of {@link ResidualSample#values}; on the evaluated part
 * also {@code resolution-68} and {@code bias} in bins of the truth (key {@code bin}). Where a reference is
 * given, twice: with the key {@code method} = {@code model} and {@code reference}.
 */
final class Residuals implements Metric {

    private final ResidualsSettings settings;
    private final long seed;

    Residuals(ResidualsSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    @Override
    public List<String> columns() {
        return settings.reference().values().stream().distinct().sorted().toList();
    }

    @Override
    public Optional<String> objection(Task task) {
        if (!task.regresses()) {
            return Optional.of("needs a target to regress");
        }
        return new TreeSet<>(settings.reference().keySet())
                .stream()
                        .filter(name -> !task.targets().contains(name))
                        .findFirst()
                        .map(name -> "reference names '" + name + "', which is no target; targets are: "
                                + String.join(", ", task.targets()));
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        for (int t = 0; t < evaluation.task().targets().size(); t++) {
            String target = evaluation.task().targets().get(t);
            String unit = evaluation.unit(target);
            for (Sample sample : evaluation.samples()) {
                Map<String, ResidualSample> methods = methods(evaluation.task(), t, sample);
                judge(methods, target, unit, sample, findings);
                if (sample.part() == evaluation.evaluated()) {
                    int index = t;
                    Map<String, ResidualSample> nominal = evaluation
                            .nominal()
                            .map(other -> methods(other.task(), index, other.evaluatedSample()))
                            .orElse(methods);
                    new ResidualFigures(settings, seed, target, unit, evaluation).draw(methods, nominal, findings);
                }
            }
        }
        return findings.result();
    }

    /** What is compared with the truth, by the value of the key {@code method}. */
    private Map<String, ResidualSample> methods(Task task, int t, Sample sample) {
        Map<String, ResidualSample> methods = new LinkedHashMap<>();
        String target = task.targets().get(t);
        float[] predicted = sample.predictions()[task.predictionOf(target)];
        methods.put("model", ResidualSample.of(sample.targets()[t], wide(predicted), sample.weights()));
        Optional.ofNullable(settings.reference().get(target))
                .map(sample.columns()::get)
                .ifPresent(values ->
                        methods.put("reference", ResidualSample.of(sample.targets()[t], values, sample.weights())));
        return methods;
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private void judge(
            Map<String, ResidualSample> methods, String target, String unit, Sample sample, Findings findings) {
        for (Map.Entry<String, ResidualSample> method : methods.entrySet()) {
            Optional<String> problem = method.getValue().problem();
            List<MetricValue> values = problem.isPresent()
                    ? ResidualSample.NAMES.stream()
                            .map(name -> MetricValue.of(name, sample.part(), Double.NaN))
                            .toList()
                    : method.getValue().values(sample.part(), unit, seed);
            for (MetricValue value : values) {
                MetricValue keyed = value.with("target", target);
                MetricValue full = methods.size() > 1 ? keyed.with("method", method.getKey()) : keyed;
                problem.ifPresentOrElse(reason -> findings.addMissing(full, reason), () -> findings.add(full));
            }
        }
    }
}

package org.muonframework.evaluate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small evaluations written down by hand, and a look at what metrics say of them. */
public final class Case {

    public static final Task TWO = new Task(List.of("x"), List.of("background", "signal"), List.of());
    public static final Task THREE = new Task(List.of("x"), List.of("pion", "kaon", "muon"), List.of());
    public static final Task MASS = new Task(List.of("x"), List.of(), List.of("genMass"));
    public static final History HISTORY = new History(
            "epoch",
            List.of(
                    new LearningCurve("loss", "training", List.of(0.7, 0.5, 0.4)),
                    new LearningCurve("loss", "validation", List.of(0.7, 0.6, 0.65)),
                    new LearningCurve("accuracy", "validation", List.of(0.5, 0.8, 0.75)),
                    new LearningCurve("learning-rate", "", List.of(0.1, 0.05, 0.01))),
            1,
            2.5,
            1e5);

    private Case() {}

    public static <S extends Record> Metric metric(MetricProvider<S> provider, S settings) {
        return provider.create(settings, new FixedContext());
    }

    public static Evaluation of(Task task, Sample... samples) {
        Map<String, ColumnSpec> columns =
                Map.of("genMass", ColumnSpec.of("genMass", ColumnType.FLOAT, "GeV", "", ColumnRole.TRUTH));
        return new Evaluation("net", task, HISTORY, List.of(samples), samples[samples.length - 1].part(), columns);
    }

    public static Sample classified(Part part, int[] labels, double[] weights, float[]... scores) {
        return new Sample(part, labels, new float[0][], scores, weights, Map.of());
    }

    public static Sample regressed(Part part, float[] truth, float[] predicted, double[] weights) {
        return new Sample(part, new int[0], new float[][] {truth}, new float[][] {predicted}, weights, Map.of());
    }

    public static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The one value of this name and part whose keys include {@code key=value} pairs; of a bin only if they say so. */
    public static MetricValue value(MetricResult result, String name, Part part, String... keys) {
        List<MetricValue> found = result.values().stream()
                .filter(value -> value.name().equals(name) && value.sample() == part)
                .filter(value ->
                        !value.keys().containsKey("bin") || Arrays.stream(keys).anyMatch(key -> key.startsWith("bin=")))
                .filter(value -> Arrays.stream(keys).allMatch(key -> (key.substring(0, key.indexOf('=')) + "="
                                + value.keys().get(key.substring(0, key.indexOf('='))))
                        .equals(key)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " values " + name + " on " + part + " in " + result.values());
        }
        return found.get(0);
    }

    private static final class FixedContext implements Context {
        @Override
        public RandomStreams random() {
            return new RandomStreams(1);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Path directory() {
            return Path.of("");
        }

        @Override
        public Logger log() {
            return LoggerFactory.getLogger(Case.class);
        }
    }

    public static Optional<String> objection(MetricProvider<NoSettings> provider, Task task) {
        return metric(provider, new NoSettings()).objection(task);
    }
}

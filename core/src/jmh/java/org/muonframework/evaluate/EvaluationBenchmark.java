package org.muonframework.evaluate;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics on 5 million predictions with 17 features, half of them training and half of them test: a score and a
 * regressed target, weighted rows, three working points, two variables. {@code permutation-importance} looks at 200 000
 * of them, with a model that adds its features up: what it takes beside the predictions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class EvaluationBenchmark {

    private static final int FEATURES = 17;
    private static final Task TASK = new Task(
            IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).toList(),
            List.of("background", "signal"),
            List.of("mass"));
    private static final String POINTS = "points { tight { reference = \"cut > 1\" }, fixed { threshold = 0.8 },"
            + " loose { efficiency = 0.95 } }, variables { pt { edges = [4, 5, 6, 8, 12, 20, 40, 100] }, eta {} }";
    private static final Map<String, String> SETTINGS = Map.of(
            "working-point",
            POINTS,
            "efficiency",
            POINTS,
            "peak-fit",
            "name = pt, variable = pt, low = 5, high = 50, background = exponential");

    /** A metric, or all but {@code permutation-importance}. */
    @Param({
        "accuracy",
        "calibration",
        "confusion-matrix",
        "correlation",
        "efficiency",
        "feature-distributions",
        "peak-fit",
        "permutation-importance",
        "residuals",
        "roc",
        "score-distribution",
        "working-point",
        "all"
    })
    public String metric;

    /** Number of predictions. */
    @Param("5000000")
    public int rows;

    private Evaluation evaluation;
    private List<Metric> metrics;

    /** Makes the predictions and the metrics. */
    @Setup
    public void prepare() {
        List<Sample> samples = List.of(sample(Part.TRAINING, rows / 2), sample(Part.TEST, rows / 2));
        evaluation = new Evaluation(
                "net",
                TASK,
                new History("epoch", List.of(), 0, 1, 1),
                samples,
                Part.TEST,
                Map.of(),
                Optional.of((chosen, features) -> sum(features)));
        metrics = new ArrayList<>();
        for (MetricProvider<?> provider : ServiceLoader.load(MetricProvider.class)) {
            boolean shuffles = provider.name().equals("permutation-importance");
            if (metric.equals(provider.name()) || metric.equals("all") && !shuffles) {
                metrics.add(metric(provider));
            }
        }
    }

    private static Sample sample(Part part, int n) {
        SplittableRandom random = new SplittableRandom(part.ordinal());
        float[][] features = new float[FEATURES][n];
        int[] labels = new int[n];
        float[] mass = new float[n];
        float[][] predictions = new float[2][n];
        double[] weights = new double[n];
        Map<String, double[]> columns = Map.of("cut > 1", new double[n], "pt", new double[n], "eta", new double[n]);
        for (int i = 0; i < n; i++) {
            for (float[] column : features) {
                column[i] = (float) random.nextDouble();
            }
            labels[i] = random.nextInt(5) == 0 ? 0 : 1;
            double value = features[0][i] + features[1][i] + 0.8 * labels[i];
            predictions[0][i] = (float) (1 / (1 + Math.exp(1 - 2 * value)));
            mass[i] = (float) (70 + 40 * features[2][i]);
            predictions[1][i] = mass[i] + features[3][i] - features[4][i];
            weights[i] = 0.5 + random.nextDouble();
            columns.get("cut > 1")[i] = features[0][i] + 0.6 * labels[i] > 0.5 ? 1 : 0;
            columns.get("pt")[i] = 4 - 10 * Math.log(random.nextDouble());
            columns.get("eta")[i] = random.nextDouble(-2.5, 2.5);
        }
        return new Sample(part, features, labels, new float[][] {mass}, predictions, weights, columns);
    }

    private static float[][] sum(float[][] features) {
        float[][] predicted = new float[2][features[0].length];
        for (float[] column : features) {
            for (int i = 0; i < column.length; i++) {
                predicted[0][i] += column[i] / FEATURES;
            }
        }
        return predicted;
    }

    private static <S extends Record> Metric metric(MetricProvider<S> provider) {
        Problems problems = new Problems();
        String settings = SETTINGS.getOrDefault(provider.name(), "");
        Optional<S> bound = new SettingsBinder()
                .bind(ConfigFactory.parseString(settings).root(), "", provider.settings(), Set.of(), problems);
        problems.throwIfAny();
        return provider.create(bound.orElseThrow(), new FixedContext());
    }

    /** One metric after the other. */
    @Benchmark
    public List<MetricResult> judge() {
        return metrics.stream().map(judge -> judge.evaluate(evaluation)).toList();
    }

    private static final class FixedContext implements Context {
        @Override
        public RandomStreams random() {
            return new RandomStreams(1);
        }

        @Override
        public int threads() {
            return 2;
        }

        @Override
        public Path directory() {
            return Path.of("");
        }

        @Override
        public Logger log() {
            return LoggerFactory.getLogger(EvaluationBenchmark.class);
        }
    }
}

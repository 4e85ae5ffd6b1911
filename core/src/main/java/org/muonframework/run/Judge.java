package org.muonframework.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.muonframework.run.assemble.AssembledMetric;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.train.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets all metrics look at a model; one that fails does not take the others down, nor what was trained for long: not even
 * where it needs more memory than there is, or was built for another version of the framework.
 */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private final List<AssembledMetric> metrics;
    private final Cancellation cancellation;
    private final List<String> failures;

    /**
     * With the metrics.
     *
     * @param failures takes what the user must know of metrics that failed
     */
    Judge(List<AssembledMetric> metrics, Cancellation cancellation, List<String> failures) {
        this.metrics = metrics;
        this.cancellation = cancellation;
        this.failures = failures;
    }

    /** What each metric finds, in the order of the analysis, and what training and scoring took. */
    List<ModelResult.NamedResult> judge(Evaluation evaluation, OptionalLong parameters, ScoringSpeed speed) {
        List<ModelResult.NamedResult> results = judge(evaluation);
        results.add(new ModelResult.NamedResult("training", Chapter.TRAINING, facts(parameters, evaluation, speed)));
        return results;
    }

    /** What each metric finds, in the order of the analysis. */
    List<ModelResult.NamedResult> judge(Evaluation evaluation) {
        return each(evaluation, "", metric -> true, found -> found);
    }

    /**
     * The values of each metric that stand for the whole of one fold, under the key {@code fold}. What does not exist
     * on so few rows is left out: the values of all folds together are the result.
     */
    List<ModelResult.NamedResult> judgeFold(int fold, Evaluation evaluation) {
        return each(evaluation, " on fold " + fold, metric -> true, found -> {
            List<MetricValue> values = found.values().stream()
                    .filter(MetricValue::standsForTheWhole)
                    .filter(value -> Double.isFinite(value.value()))
                    .map(value -> value.with("fold", String.valueOf(fold)))
                    .toList();
            return MetricResult.of(values, List.of());
        });
    }

    /**
     * What each metric finds that judges variations, under the key {@code variation}.
     *
     * @param evaluation the variation, with the nominal sample
     */
    List<ModelResult.NamedResult> judgeVariation(String variation, Evaluation evaluation) {
        return each(evaluation, " on the variation '" + variation + "'", AssembledMetric::judgesVariations, found -> {
            List<MetricValue> values = found.values().stream()
                    .map(value -> value.with(VariationResult.KEY, variation))
                    .toList();
            return found.withValues(values);
        });
    }

    /**
     * Lets metrics look, one after the other.
     *
     * @param where for messages, on what; empty for the nominal sample as a whole
     * @param judges which metrics are asked
     * @param kept what is kept of that which one finds
     */
    private List<ModelResult.NamedResult> each(
            Evaluation evaluation, String where, Predicate<AssembledMetric> judges, UnaryOperator<MetricResult> kept) {
        List<ModelResult.NamedResult> results = new ArrayList<>();
        Repeats repeats = new Repeats();
        for (AssembledMetric metric : metrics) {
            cancellation.check();
            String name = metric.plan().service().name();
            try {
                if (judges.test(metric) && metric.objection(evaluation.task()).isEmpty()) {
                    long start = System.nanoTime();
                    MetricResult found = repeats.told(name, evaluate(metric, evaluation));
                    results.add(new ModelResult.NamedResult(name, chapter(metric), kept.apply(found)));
                    LOG.debug("{} of {}{} took {} s", name, evaluation.model(), where, seconds(start));
                }
            } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
                LOG.error("metric {} of {} failed{}", name, evaluation.model(), where, e);
                failures.add("metric '" + name + "' of model '" + evaluation.model() + "' failed" + where + ": " + e);
            }
        }
        return results;
    }

    private static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
    }

    private static Chapter chapter(AssembledMetric metric) {
        return metric.plan().service().call(MetricProvider::chapter);
    }

    private static MetricResult evaluate(AssembledMetric metric, Evaluation evaluation) {
        return Objects.requireNonNull(
                metric.plan().service().call(provider -> metric.metric().evaluate(evaluation)), "it gives no result");
    }

    /** What the training itself knows, and how fast the model scores. */
    private static MetricResult facts(OptionalLong parameters, Evaluation evaluation, ScoringSpeed speed) {
        History history = evaluation.history();
        List<MetricValue> values = new ArrayList<>();
        parameters.ifPresent(count -> values.add(MetricValue.of("parameters", Part.TRAINING, (double) count)));
        values.add(MetricValue.of("training-rows-per-second", Part.TRAINING, history.rowsPerSecond()));
        values.add(MetricValue.of("training-seconds", Part.TRAINING, history.seconds())
                .in("s"));
        values.addAll(speed.values(evaluation.evaluated()));
        return MetricResult.of(values, List.of());
    }
}

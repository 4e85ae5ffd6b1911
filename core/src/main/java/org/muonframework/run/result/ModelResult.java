package org.muonframework.run.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.train.History;

/**
 * What the metrics found for one trained model, or for the data where no model is trained.
 *
 * @param name name of the model; {@value #DATA} where there is none
 * @param assembled the model as it was before training, if there is one
 * @param history the course of the training
 * @param parameters number of trainable parameters, where that means something
 * @param metrics what each metric found, in the order of the analysis
 */
public record ModelResult(
        String name,
        Optional<AssembledModel> assembled,
        History history,
        OptionalLong parameters,
        List<NamedResult> metrics) {

    /** Stands for the model in an analysis without one. */
    public static final String DATA = "data";

    /** Of no training. */
    public static final History NO_HISTORY = new History("step", List.of(), 0, 0, Double.NaN);

    public ModelResult {
        metrics = List.copyOf(metrics);
    }

    /** What the metrics found in the data as they are, where no model is trained. */
    public static ModelResult ofData(List<NamedResult> metrics) {
        return new ModelResult(DATA, Optional.empty(), NO_HISTORY, OptionalLong.empty(), metrics);
    }

    /** What was found for a trained model. */
    public static ModelResult of(
            AssembledModel model, History history, OptionalLong parameters, List<NamedResult> metrics) {
        return new ModelResult(model.plan().name(), Optional.of(model), history, parameters, metrics);
    }

    /** The same with what something else found. */
    public ModelResult with(List<NamedResult> more) {
        return new ModelResult(
                name,
                assembled,
                history,
                parameters,
                Stream.concat(metrics.stream(), more.stream()).toList());
    }

    /** What to know before believing it, each with the model and the metric that says so. */
    public List<String> warnings() {
        return metrics.stream()
                .flatMap(metric -> metric.result().warnings().stream()
                        .map(warning -> name + ", " + metric.metric() + ": " + warning))
                .toList();
    }

    /**
     * What one metric found.
     *
     * @param metric name of the metric
     * @param chapter where in the report it appears
     * @param result what it found
     */
    public record NamedResult(String metric, Chapter chapter, MetricResult result) {}
}

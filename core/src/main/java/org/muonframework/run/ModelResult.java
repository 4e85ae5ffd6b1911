package org.muonframework.run;

import java.util.List;
import java.util.OptionalLong;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.train.History;

/**
 * One trained model and what the metrics found.
 *
 * @param assembled the model as it was before training
 * @param history the course of the training
 * @param parameters number of trainable parameters, where that means something
 * @param metrics what each metric found, in the order of the analysis
 */
record ModelResult(AssembledModel assembled, History history, OptionalLong parameters, List<NamedResult> metrics) {

    ModelResult {
        metrics = List.copyOf(metrics);
    }

    String name() {
        return assembled.plan().name();
    }

    /**
     * What one metric found.
     *
     * @param metric name of the metric
     * @param chapter where in the report it appears
     * @param result what it found
     */
    record NamedResult(String metric, Chapter chapter, MetricResult result) {}
}

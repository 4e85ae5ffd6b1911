package org.muonframework.spi;

import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** Makes metrics: {@code metrics = [ NAME, { type = NAME, … } ]}. */
public interface MetricProvider<S extends Record> extends Provider<S> {

    /** Makes a metric; computes nothing yet. */
    Metric create(S settings, Context context);

    /** The chapter of the report in which its values and figures appear. */
    default Chapter chapter() {
        return Chapter.PERFORMANCE;
    }
}

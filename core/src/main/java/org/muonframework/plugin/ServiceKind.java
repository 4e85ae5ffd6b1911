package org.muonframework.plugin;

import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.TransformProvider;

/** The kinds of service that a plugin may offer. */
public enum ServiceKind {
    /** {@link DatasetProvider}. */
    DATASET("dataset", DatasetProvider.class),
    /** {@link TransformProvider}. */
    TRANSFORM("transform", TransformProvider.class),
    /** {@link ModelProvider}. */
    MODEL("model", ModelProvider.class),
    /** {@link TrainerProvider}. */
    TRAINER("trainer", TrainerProvider.class),
    /** {@link MetricProvider}. */
    METRIC("metric", MetricProvider.class),
    /** {@link DisplayProvider}. */
    DISPLAY("display", DisplayProvider.class),
    /** {@link AnalysisProvider}. */
    ANALYSIS("analysis", AnalysisProvider.class);

    private final String label;
    private final Class<?> type;

    ServiceKind(String label, Class<?> type) {
        this.label = label;
        this.type = type;
    }

    /** The word for it in messages and listings. */
    public String label() {
        return label;
    }

    /** The interface that its services implement. */
    public Class<?> type() {
        return type;
    }
}

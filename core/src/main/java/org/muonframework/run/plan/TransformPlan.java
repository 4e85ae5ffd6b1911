package org.muonframework.run.plan;

import java.util.Objects;
import org.muonframework.spi.TransformProvider;

/**
 * A transform of a dataset.
 *
 * @param name its name in the section {@code transforms}
 * @param transform the service that makes it, with its settings
 */
public record TransformPlan(String name, Configured<TransformProvider<?>> transform) {

    public TransformPlan {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(transform, "transform");
    }
}

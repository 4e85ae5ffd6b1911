package org.muonframework.spi;

import org.muonframework.spi.data.Transform;

/** Makes transforms, which add columns to a dataset: {@code dataset.transforms { X { type = NAME, … } }}. */
public interface TransformProvider<S extends Record> extends Provider<S> {

    /**
     * Makes a transform; sees no data yet.
     *
     * @throws org.muonframework.spi.problem.ConfigurationException if the settings contradict each other
     */
    Transform create(S settings, Context context);
}

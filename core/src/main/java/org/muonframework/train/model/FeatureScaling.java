package org.muonframework.train.model;

import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Scaling;

/** How a network that gives its features back scales them. */
public enum FeatureScaling {
    /** The central 99.8 % to 0 to 1; what is given back is a sigmoid and stays between them. */
    RANGE(Scaling.RANGE, ActivationFunction.SIGMOID),
    /** To mean 0 and standard deviation 1; what is given back is linear. */
    STANDARDISE(Scaling.STANDARDISE, ActivationFunction.IDENTITY),
    /** As they are; what is given back is linear. */
    NONE(Scaling.NONE, ActivationFunction.IDENTITY);

    private final Scaling scaling;
    private final ActivationFunction last;

    FeatureScaling(Scaling scaling, ActivationFunction last) {
        this.scaling = scaling;
        this.last = last;
    }

    /** Of the input, and of what is given back. */
    Scaling scaling() {
        return scaling;
    }

    /** The function behind the last layer. */
    ActivationFunction last() {
        return last;
    }
}

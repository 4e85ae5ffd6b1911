package org.muonframework.train.neural.weights;

/** What a parameter does. */
public enum ParameterKind {
    /** Weights of a linear map: (out, in, kernel…). */
    WEIGHT,
    /** Added to a linear map's result. */
    BIAS,
    /** Scale of a normalisation. */
    GAMMA,
    /** Shift of a normalisation. */
    BETA,
    /** Running mean of a batch normalisation; not trained. */
    RUNNING_MEAN,
    /** Running variance of a batch normalisation; not trained. */
    RUNNING_VAR;

    /** Whether an optimiser changes it. */
    public boolean trainable() {
        return this != RUNNING_MEAN && this != RUNNING_VAR;
    }
}

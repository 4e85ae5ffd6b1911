package org.muonframework.spi.model;

/** The elementwise functions of a network. */
public enum ActivationFunction {
    /** x, unchanged. */
    IDENTITY,
    /** max(0, x). */
    RELU,
    /** x for x &gt; 0, else 0.01 x. */
    LEAKY_RELU,
    /** x / (1 + e<sup>−x</sup>). */
    SWISH,
    /** Hyperbolic tangent. */
    TANH,
    /** 1 / (1 + e<sup>−x</sup>). */
    SIGMOID,
    /** exp(x<sub>i</sub>) / Σ exp(x<sub>j</sub>) over the last dimension. */
    SOFTMAX
}

package org.muonframework.spi.model;

/** How the columns at the edge of a network are scaled; fitted on the training part only, stored with the model. */
public enum Scaling {
    /** As they are. */
    NONE,
    /** To weighted mean 0 and standard deviation 1 (a constant column is only shifted). */
    STANDARDISE
}

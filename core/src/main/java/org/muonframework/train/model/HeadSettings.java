package org.muonframework.train.model;

/** What the settings of all models say of the edges of the network; their keys are documented there. */
interface HeadSettings {

    /** Whether features are brought to mean 0 and standard deviation 1. */
    boolean standardise();

    /** Whether targets are; as the features, unless a model tells the two apart. */
    default boolean standardiseTargets() {
        return standardise();
    }

    /** The loss of regressed targets. */
    RegressionLoss loss();

    /** Where the loss of Huber becomes linear. */
    double huberDelta();

    /** Factor of the targets' loss beside that of the classes. */
    double targetLossWeight();
}

package org.muonframework.calorimeter.model;

import java.util.List;
import org.muonframework.calorimeter.loss.HuberisedLossSettings;

/** What the settings of all models say of the dense layers and of the output; their keys are documented there. */
interface BodySettings {

    /** Units of the dense layers. */
    List<Integer> hidden();

    /** Whether features are brought to mean 0 and standard deviation 1. */
    boolean standardise();

    /** The energy that the network's 0 stands for, in GeV. */
    double offset();

    /** How much the network's 1 is, in GeV. */
    double scale();

    /** What the training makes small. */
    HuberisedLossSettings loss();
}

package org.muonframework.train.model;

import java.util.List;
import org.muonframework.spi.model.ActivationFunction;

/** What the settings of autoencoders share; their keys are documented there. */
interface CodingSettings {

    /** How many numbers an event is brought to. */
    int latent();

    /** Units of the hidden layers before them. */
    List<Integer> hidden();

    /** The function after each. */
    ActivationFunction activation();

    /** How features are scaled. */
    FeatureScaling scaling();
}

package org.muonframework.train.model;

import java.util.List;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code autoencoder}. */
@Doc("A network that gives its features back through a few numbers; it needs no label and no targets.")
public record AutoencoderSettings(
        @Doc("How many numbers an event is brought to.") @Default("2") @Range(min = 1)
        int latent,

        @Doc("Units of the hidden layers before these numbers; behind them the same in reverse.")
        @Default("[32]")
        @Range(min = 1)
        List<Integer> hidden,

        @Doc("The function after each hidden layer.") @Default("relu")
        ActivationFunction activation,

        @Doc("How features are scaled: range (the central 99.8 % to 0 to 1, with a sigmoid at"
                + " the end), standardise or none.")
        @Default("range")
        FeatureScaling scaling)
        implements CodingSettings {

    public AutoencoderSettings {
        hidden = List.copyOf(hidden);
    }
}

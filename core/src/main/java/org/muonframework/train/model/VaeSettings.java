package org.muonframework.train.model;

import java.util.List;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code vae}. */
@Doc(
        "A variational autoencoder: it gives its features back through a few Gaussian numbers, so that random ones make new"
                + " events; it needs no label and no targets.")
public record VaeSettings(
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
        FeatureScaling scaling,

        @Doc("Factor of the divergence from the standard Gaussian beside the mean squared error. With 0 the numbers are"
                + " free and nothing new can be made from random ones; with much the network ignores its features.")
        @Default("0.002")
        @Range(min = 0)
        double beta,

        @Doc("The logarithm of a variance counts as no further from 0 than this.")
        @Default("10")
        @Range(min = 0, minExclusive = true)
        double clamp)
        implements CodingSettings {

    public VaeSettings {
        hidden = List.copyOf(hidden);
    }
}

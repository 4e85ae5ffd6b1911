package org.muonframework.train.neural.optimize;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code early-stopping} of the neural trainer. */
@Doc("When to stop before the last epoch, and which epoch's parameters the model gets.")
public record EarlyStoppingSettings(
        @Doc("Epochs without improvement of the validation loss after which the training ends; 0 never ends it early.")
        @Default("10")
        @Range(min = 0)
        int patience,

        @Doc("A validation loss counts as an improvement when it is lower than the best by more than this.")
        @Default("1e-5")
        @Range(min = 0)
        double minDelta,

        @Doc("Whether the model gets the parameters of the best epoch rather than those of the last.") @Default("true")
        boolean restoreBest) {}

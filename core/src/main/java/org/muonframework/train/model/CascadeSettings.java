package org.muonframework.train.model;

import java.util.List;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code cascade}. */
@Doc("A network that tells classes apart, and one that regresses targets from the features and what the first one says;"
        + " both are trained together.")
public record CascadeSettings(
        @Doc("Units of the hidden layers of the network that tells classes apart, from the input on.")
        @Default("[64, 64]")
        @Range(min = 1)
        List<Integer> tagger,

        @Doc("Units of the hidden layers of the network that regresses targets, from the input on.")
        @Default("[64, 64]")
        @Range(min = 1)
        List<Integer> regressor,

        @Doc("The function after each hidden layer.") @Default("relu")
        ActivationFunction activation,

        @Doc("Whether each hidden layer is normalised over the batch before its activation.") @Default("false")
        boolean batchNorm,

        @Doc("Probability that a hidden value is dropped in training.")
        @Default("0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Doc("Whether features are brought to mean 0 and standard deviation 1.") @Default("true")
        boolean standardise,

        @Doc("Whether targets are brought to mean 0 and standard deviation 1. Otherwise the one with the largest"
                + " numbers rules the loss, and alpha has to be so much smaller.")
        @Default("true")
        boolean standardiseTargets,

        @Doc("The loss of regressed targets: mse (squared error), mae (absolute error) or huber.") @Default("mse")
        RegressionLoss loss,

        @Doc("huber: the difference, in standard deviations of the target where it is standardised, from which the"
                + " loss grows linearly.")
        @Default("1")
        @Range(min = 0, minExclusive = true)
        double huberDelta,

        @Doc("Factor of the targets' loss beside the cross-entropy of the classes. With 0 nothing of the targets is"
                + " learned, and the regressor only decays.")
        @Default("1")
        @Range(min = 0)
        double alpha)
        implements HeadSettings {

    public CascadeSettings {
        tagger = List.copyOf(tagger);
        regressor = List.copyOf(regressor);
    }

    @Override
    public double targetLossWeight() {
        return alpha;
    }
}

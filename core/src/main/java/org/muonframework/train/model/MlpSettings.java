package org.muonframework.train.model;

import java.util.List;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code mlp}. */
@Doc("A multilayer perceptron: dense layers one after the other.")
public record MlpSettings(
        @Doc("Units of the hidden layers, from the input on; none for a linear model.")
        @Default("[64, 64]")
        @Range(min = 1)
        List<Integer> hidden,

        @Doc("The function after each hidden layer.") @Default("relu")
        ActivationFunction activation,

        @Doc("Whether each hidden layer is normalised over the batch before its activation.") @Default("false")
        boolean batchNorm,

        @Doc("Probability that a hidden value is dropped in training.")
        @Default("0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Doc("Whether features and targets are brought to mean 0 and standard deviation 1.") @Default("true")
        boolean standardise,

        @Doc("The loss of regressed targets: mse (squared error), mae (absolute error) or huber.") @Default("mse")
        RegressionLoss loss,

        @Doc("huber: the difference, in standard deviations of the target where it is standardised, from which the"
                + " loss grows linearly.")
        @Default("1")
        @Range(min = 0, minExclusive = true)
        double huberDelta,

        @Doc("Factor of the targets' loss beside that of the classes, where both are learned.")
        @Default("1")
        @Range(min = 0, minExclusive = true)
        double targetLossWeight)
        implements HeadSettings {

    public MlpSettings {
        hidden = List.copyOf(hidden);
    }
}

package org.muonframework.train.model;

import java.util.List;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code lstm}. */
@Doc("A recurrent network that reads the features one after the other.")
public record LstmSettings(
        @Doc("Units of the recurrent layer.") @Default("64") @Range(min = 1)
        int units,

        @Doc("Units of the dense layers between the last state and the output, with ReLU; none is allowed.")
        @Default("[32]")
        @Range(min = 1)
        List<Integer> hidden,

        @Doc("Probability that a value of the last state or of a dense layer is dropped in training.")
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

    public LstmSettings {
        hidden = List.copyOf(hidden);
    }
}

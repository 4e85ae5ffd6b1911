package org.muonframework.train.neural.optimize;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.OnlyFor;
import org.muonframework.spi.settings.Range;

/** The section {@code optimizer} of the neural trainer. */
@Doc("How the parameters follow their gradients.")
public record OptimizerSettings(
        @Doc("adam, adamw (Adam with decoupled weight decay) or sgd (stochastic gradient descent with momentum).")
        @Default("adam")
        Type type,

        @Doc("Step size; the largest one where a schedule changes it.")
        @Default("1e-3")
        @Range(min = 0, minExclusive = true)
        double learningRate,

        @Doc("Part of the gradient's running mean that is kept at a step.")
        @OnlyFor({"adam", "adamw"})
        @Default("0.9")
        @Range(min = 0, max = 1, maxExclusive = true)
        double beta1,

        @Doc("Part of the squared gradient's running mean that is kept at a step.")
        @OnlyFor({"adam", "adamw"})
        @Default("0.999")
        @Range(min = 0, max = 1, maxExclusive = true)
        double beta2,

        @Doc("Added to the root of the squared gradient's mean.")
        @OnlyFor({"adam", "adamw"})
        @Default("1e-7")
        @Range(min = 0, minExclusive = true)
        double epsilon,

        @Doc("Part of the last step that is added to the next one.")
        @OnlyFor("sgd")
        @Default("0.9")
        @Range(min = 0, max = 1, maxExclusive = true)
        double momentum,

        @Doc("Weights (not biases or normalisations) shrink by learning-rate times this at each step.")
        @OnlyFor("adamw")
        @Default("0")
        @Range(min = 0)
        double weightDecay) {

    /** The momentum (beta1 of Adam) where no schedule changes it. */
    public double usualMomentum() {
        return type == Type.SGD ? momentum : beta1;
    }

    /**
     * Adam's step size with the correction of the bias that its running means have from their start at 0: rate · √(1 − β₂ᵗ) /
     * (1 − β₁ᵗ) (Kingma and Ba, arXiv:1412.6980, end of section 2).
     *
     * @param number number of the step t, from 1
     * @param rate learning rate
     * @param momentum the present β₁
     */
    public double correctedRate(long number, double rate, double momentum) {
        return rate * Math.sqrt(1 - Math.pow(beta2, (double) number)) / (1 - Math.pow(momentum, (double) number));
    }

    /** What decoupled weight decay leaves of a weight in a step at this learning rate; 1 for all but AdamW. */
    public double keptWeight(double rate) {
        return type == Type.ADAMW ? 1 - rate * weightDecay : 1;
    }

    /** The optimisers. */
    public enum Type {
        /** Kingma and Ba, arXiv:1412.6980. */
        ADAM,
        /** Loshchilov and Hutter, arXiv:1711.05101. */
        ADAMW,
        /** Stochastic gradient descent with momentum. */
        SGD
    }
}

package org.muonframework.train.neural.loss;

import org.muonframework.spi.model.Loss;

/**
 * A loss over the rows of a batch, Σ w·l / Σ w, with its gradient.
 *
 * <p>The gradient enters the network as Σ outputs · gradient with the gradient held constant, whose derivative is the
 * loss's own. So a loss is written once, in double precision, for all engines.
 */
@FunctionalInterface
public interface LossFunction {

    /**
     * The loss of a batch and its gradient.
     *
     * @param outputs the network's outputs before the link, row by row
     * @param truth the class of each row, or the targets row by row
     * @param weights one weight a row, with a positive sum
     * @param gradient to be filled: derivative of the loss with respect to each of {@code outputs}
     * @return the loss
     */
    double evaluate(float[] outputs, float[] truth, float[] weights, float[] gradient);

    /**
     * Whether the loss of many rows is the weighted mean of the losses of its parts; a custom loss need not be, and is
     * evaluated on all validation rows at once.
     */
    default boolean additive() {
        return true;
    }

    /**
     * The function of a loss.
     *
     * @param width outputs a row
     */
    static LossFunction of(Loss loss, int width) {
        if (loss instanceof Loss.BinaryCrossEntropy) {
            return new BinaryCrossEntropy();
        }
        if (loss instanceof Loss.CategoricalCrossEntropy) {
            return new CategoricalCrossEntropy(width);
        }
        if (loss instanceof Loss.MeanSquaredError) {
            return new Regression(width, d -> d * d, d -> 2 * d);
        }
        if (loss instanceof Loss.MeanAbsoluteError) {
            return new Regression(width, Math::abs, Math::signum);
        }
        if (loss instanceof Loss.Huber huber) {
            double delta = huber.delta();
            return new Regression(
                    width,
                    d -> Math.abs(d) <= delta ? d * d / 2 : delta * (Math.abs(d) - delta / 2),
                    d -> Math.max(-delta, Math.min(delta, d)));
        }
        return new CustomLoss((Loss.Custom) loss);
    }

    /** The sum of weights. */
    static double sum(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }
}

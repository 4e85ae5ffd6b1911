package org.muonframework.train.fused;

/**
 * What the rows of one step add up to.
 *
 * @param weight sum of the weights
 * @param losses for each output the sum of weight times loss
 * @param correct for each output the weight of the rows whose class is right
 * @param finite whether all losses are finite
 */
public record StepResult(double weight, double[] losses, double[] correct, boolean finite) {

    /** Whether the step changed the parameters. */
    public boolean made() {
        return finite && weight > 0;
    }
}

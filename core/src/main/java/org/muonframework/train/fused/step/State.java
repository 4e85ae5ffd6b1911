package org.muonframework.train.fused.step;

/**
 * The numbers that a training changes.
 *
 * @param values what is trained, placed as {@link Parameters} says
 * @param running running averages, likewise
 * @param transposed the weights again, in the panels of the way back
 * @param gradients the gradient of {@code values}, one array for each slice of a batch
 */
public record State(float[] values, float[] running, float[] transposed, float[][] gradients) {

    /** Numbers of a network with nothing learned: all 0. */
    static State of(Parameters parameters, int transposed, int slices) {
        return new State(
                new float[parameters.trained()],
                new float[parameters.averages()],
                new float[transposed],
                new float[slices][parameters.trained()]);
    }
}

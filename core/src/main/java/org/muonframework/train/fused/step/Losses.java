package org.muonframework.train.fused.step;

/** What the outputs of a network are trained for. */
public interface Losses {

    /** Number of outputs. */
    int size();

    /** Values of an output's truth in a row. */
    int truthWidth(int output);

    /** Factor of an output's loss in the sum. */
    double factor(int output);

    /**
     * Whether the loss of a batch is the weighted mean of the losses of its parts, so that blocks are judged one by one, by
     * several threads at once.
     */
    boolean additive(int output);

    /**
     * The loss of rows with its gradient.
     *
     * @param values the output, row by row
     * @param order numbers of rows of the training, of which those from {@code from} on are these
     * @param gradient to be filled
     */
    double fit(int output, float[] values, float[] truth, float[] weights, int[] order, int from, float[] gradient);

    /** Weighted number of rows whose class is right. */
    double correct(int output, float[] values, float[] truth, float[] weights);
}

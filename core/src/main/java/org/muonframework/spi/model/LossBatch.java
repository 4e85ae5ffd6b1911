package org.muonframework.spi.model;

/**
 * Rows for a loss: a batch of the training, or, for a plugin's loss, all validation rows at once.
 *
 * @param outputs the network's outputs before the {@link Loss#link}, row by row
 * @param width outputs of a row
 * @param truth the class of each row, or its targets row by row <em>on the scale of the outputs</em> (see
 *     {@link Architecture.Output#scaling}; with {@link Scaling#NONE} that is the targets' own unit), or nothing: as
 *     {@link Loss#truth} has it
 * @param weights the training weight of each row, with a positive sum
 * @param training whether the network is fitted to these rows; what a loss learns from them, it learns only then
 */
public record LossBatch(float[] outputs, int width, float[] truth, float[] weights, boolean training) {

    /** Number of rows. */
    public int rows() {
        return weights.length;
    }

    /** Sum of the weights of all rows. */
    public double totalWeight() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }
}

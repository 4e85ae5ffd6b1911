package org.muonframework.spi.model;

import java.util.Map;

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
 * @param columns the value of each of the loss's {@linkplain Loss#columns() columns} in each row, by its text
 * @param share the number of these rows over that of all rows of the analysis, those to judge by and those kept for a
 *     test included, so that a loss that counts events knows how much of the whole it sees; 1 where nothing is known of
 *     other rows
 */
public record LossBatch(
        float[] outputs,
        int width,
        float[] truth,
        float[] weights,
        boolean training,
        Map<String, float[]> columns,
        double share) {

    public LossBatch {
        columns = Map.copyOf(columns);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is above 0 and not above 1, not " + share);
        }
    }

    /** Rows without further columns, of which no others are known. */
    public LossBatch(float[] outputs, int width, float[] truth, float[] weights, boolean training) {
        this(outputs, width, truth, weights, training, Map.of(), 1);
    }

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

package org.muonframework.data;

import org.muonframework.spi.data.Batch;

/**
 * The rows of a batch that the selection keeps; the arrays are valid during the call that hands them over.
 *
 * @param batch all rows of the batch, with their derived columns
 * @param rows indices of the selected rows, ascending
 * @param count number of selected rows; {@code rows} may be longer
 * @param labels the class of each row of the batch; empty when nothing is classified
 * @param weights the weight of each row of the batch
 */
public record SelectedRows(Batch batch, int[] rows, int count, double[] labels, double[] weights) {}

package org.muonframework.train.fused.step;

import java.util.List;
import org.muonframework.train.neural.data.DropoutMask;
import org.muonframework.train.neural.data.SampleNoise;

/**
 * The rows of one step, or a part of them that goes through the network together.
 *
 * @param records all rows of the training
 * @param order numbers of rows
 * @param first place in the order of the first row
 * @param rows number of rows
 * @param before rows of the step in the parts before it
 * @param begun slices whose gradients the parts before it have begun
 * @param masks what each dropout layer drops
 * @param noises what each sampling layer adds
 */
public record Batch(
        Records records,
        int[] order,
        int first,
        int rows,
        int before,
        int begun,
        List<DropoutMask> masks,
        List<SampleNoise> noises) {

    /** No rows. */
    static final Batch NONE =
            new Batch((row, column, count, target, at) -> {}, new int[0], 0, 0, 0, 0, List.of(), List.of());

    /** The number of the row at a position of the batch. */
    int row(int position) {
        return order[first + position];
    }
}

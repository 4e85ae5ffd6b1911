package org.muonframework.train.fused;

import org.muonframework.train.fused.step.Blocks;

/**
 * How a batch is divided into slices, whose sums are kept apart and added in order: always the same for a number of rows,
 * however many threads share the slices, so that they all come to the same bits.
 *
 * @param rows rows of the batch
 * @param each rows of a slice, but for the last one
 */
record Slices(int rows, int each) {

    private static final int MOST = 16;

    static Slices of(int rows, Blocks blocks) {
        int least = (rows + MOST - 1) / MOST;
        int whole = (least + blocks.rows() - 1) / blocks.rows() * blocks.rows();
        return new Slices(rows, Math.max(blocks.leastInSlice(), whole));
    }

    /** Most slices of a batch of up to this many rows. */
    static int most(int rows, Blocks blocks) {
        return Math.min(MOST, (rows + blocks.leastInSlice() - 1) / blocks.leastInSlice());
    }

    /** Number of slices. */
    int count() {
        return (rows + each - 1) / each;
    }

    /** The first row of a slice; of the one after the last, the number of rows. */
    int start(int slice) {
        return Math.min(rows, slice * each);
    }

    /** The first slice of a member's share; of the one after the last member, the number of slices. */
    int share(int member, int members) {
        return count() * member / members;
    }
}

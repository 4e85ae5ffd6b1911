package org.muonframework.train.fused;

/**
 * How a batch is divided into slices, whose sums are kept apart and added in order: always the same for a number of rows,
 * however many threads share the slices, so that they all come to the same bits.
 *
 * @param rows rows of the batch
 * @param each rows of a slice, but for the last one
 */
record Slices(int rows, int each) {

    private static final int SMALLEST = 256;
    private static final int MOST = 16;

    static Slices of(int rows, int block) {
        int least = (rows + MOST - 1) / MOST;
        return new Slices(rows, Math.max(SMALLEST, (least + block - 1) / block * block));
    }

    /** Most slices of a batch of up to this many rows. */
    static int most(int rows) {
        return Math.min(MOST, (rows + SMALLEST - 1) / SMALLEST);
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

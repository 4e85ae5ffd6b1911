package org.muonframework.train.neural.data;

import org.muonframework.spi.RandomStreams;

/**
 * Which values a dropout layer sets to 0 in one step: a function of the seed and of the value's position in the batch
 * alone, so that every way to train, every engine and any number of threads drop the same values.
 *
 * <p>The position is hashed with two keys by the multiplications and shifts of Wellons' search for good 32-bit mixers
 * (github.com/skeeto/hash-prospector, {@code lowbias32}), the second key added between the rounds. Kernels that compute
 * many values at once repeat {@link #hash} with vectors.
 *
 * @param first first key
 * @param second second key
 * @param threshold a value is dropped whose hash, without its lowest bit, is below it; the rate times 2³¹
 */
public record DropoutMask(int first, int second, int threshold) {

    /** First multiplier of the hash. */
    public static final int FIRST_MULTIPLIER = 0x7FEB352D;

    /** Second multiplier of the hash. */
    public static final int SECOND_MULTIPLIER = 0x846CA68B;

    private static final double RANGE = 0x1p31;

    /**
     * The mask of a layer in a step.
     *
     * @param epoch number of the epoch, from 0
     * @param batch number of the batch in its epoch, from 0
     * @param node position of the layer in its architecture
     * @param rate part of the values that is dropped
     */
    public static DropoutMask of(RandomStreams random, int epoch, int batch, int node, double rate) {
        long keys = random.derive("dropout/" + node, ((long) epoch << Integer.SIZE) + batch);
        int threshold = (int) Math.min(Integer.MAX_VALUE, Math.round(rate * RANGE));
        return new DropoutMask((int) keys, (int) (keys >>> Integer.SIZE), threshold);
    }

    /** Whether the value at a position, row · values in a row + place in the row, is dropped. */
    public boolean drops(int position) {
        return hash(position, first, second) >>> 1 < threshold;
    }

    /** The hash of a position. */
    public static int hash(int position, int first, int second) {
        int h = position ^ first;
        h = (h ^ h >>> 16) * FIRST_MULTIPLIER + second;
        return (h ^ h >>> 15) * SECOND_MULTIPLIER;
    }
}

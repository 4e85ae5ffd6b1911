package org.muonframework.train.neural.data;

import org.muonframework.spi.RandomStreams;

/**
 * The standard Gaussian numbers of a sampling layer in one step: a function of the seed and of the value's position in the
 * batch alone, as a {@link DropoutMask} is.
 *
 * <p>Two hashes of a position give two uniform numbers of 24 bits, and these one Gaussian number (Box and Muller, Ann. Math.
 * Stat. 29 (1958) 610), at most 5.9.
 *
 * @param first first key
 * @param second second key
 */
public record SampleNoise(int first, int second) {

    private static final int DISCARDED = Integer.SIZE - 24;
    private static final double UNIT = 0x1p-24;

    /**
     * The noise of a layer in a step.
     *
     * @param epoch number of the epoch, from 0
     * @param batch number of the batch in its epoch, from 0
     * @param node position of the layer in its architecture
     */
    public static SampleNoise of(RandomStreams random, int epoch, int batch, int node) {
        long keys = random.derive("sample/" + node, ((long) epoch << Integer.SIZE) + batch);
        return new SampleNoise((int) keys, (int) (keys >>> Integer.SIZE));
    }

    /** The number at a position, row · values in a row + place in the row. */
    public float at(int position) {
        double radius = Math.sqrt(-2 * Math.log(uniform(position, first, second)));
        return (float) (radius * Math.cos(2 * Math.PI * uniform(position, second, ~first)));
    }

    private static double uniform(int position, int one, int other) {
        return ((DropoutMask.hash(position, one, other) >>> DISCARDED) + 0.5) * UNIT;
    }
}

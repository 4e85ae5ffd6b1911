package org.muonframework.spi;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Independent random generators made from one seed, one for each purpose and block of rows, so that results do not
 * depend on the number of threads or on the order of work.
 *
 * @param seed the seed of the whole run
 */
public record RandomStreams(long seed) {

    /**
     * A new generator, always the same for the same seed, purpose and index.
     *
     * @param purpose what it is for, such as {@code shuffle}
     * @param index number of the block of rows, epoch, tree, …
     */
    public RandomGenerator stream(String purpose, long index) {
        return new SplittableRandom(derive(purpose, index));
    }

    /** A seed for a library that takes one, always the same for the same seed, purpose and index. */
    public long derive(String purpose, long index) {
        long state = mix(seed + 0x9E3779B97F4A7C15L);
        for (int i = 0; i < purpose.length(); i++) {
            state = mix(state ^ purpose.charAt(i));
        }
        return mix(state ^ mix(index + 0x9E3779B97F4A7C15L));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014; constants by Stafford, variant 13). */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

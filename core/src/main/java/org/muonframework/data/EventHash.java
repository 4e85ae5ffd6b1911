package org.muonframework.data;

import java.util.Arrays;
import java.util.List;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Column;

/**
 * A number of 64 bits for every event, evenly spread, that depends on the event's keys and a seed and on nothing else:
 * not on the sample, the file, the order of the rows or the number of threads.
 *
 * <p>Integers count with all their digits, doubles by their bits, texts by their characters.
 */
public final class EventHash {

    private final long start;

    /**
     * A hash for one purpose.
     *
     * @param seed the seed of the run
     * @param purpose what it is for, such as {@code split}; other purposes give independent numbers
     */
    public EventHash(long seed, String purpose) {
        start = new RandomStreams(seed).derive(purpose, 0);
    }

    /**
     * The hashes of some rows.
     *
     * @param keys the columns that identify an event, all of the same length, at least one
     */
    public long[] of(List<Column> keys) {
        long[] hashes = new long[keys.get(0).size()];
        Arrays.fill(hashes, start);
        for (Column key : keys) {
            if (key instanceof Column.Texts texts) {
                for (int row = 0; row < hashes.length; row++) {
                    hashes[row] = mix(hashes[row] ^ hash(texts.values()[row]));
                }
            } else if (key instanceof Column.Doubles || key instanceof Column.Floats) {
                for (int row = 0; row < hashes.length; row++) {
                    hashes[row] = mix(hashes[row] ^ mix(Double.doubleToLongBits(key.doubleAt(row) + 0.0)));
                }
            } else {
                for (int row = 0; row < hashes.length; row++) {
                    hashes[row] = mix(hashes[row] ^ mix(key.longAt(row)));
                }
            }
        }
        return hashes;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return hash;
    }

    /** One step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): every bit in changes half of the bits out. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package org.muonframework.stats;

/** Order of rows by a key, without boxing. */
public final class Ranking {

    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;

    private Ranking() {}

    /**
     * The rows in the order of ascending keys; equal keys stay in the order of rows, −0 comes directly before 0, NaN
     * last. A radix sort of eleven bits a pass that leaves out the passes in which all keys agree: 5 M rows take well
     * under a second.
     */
    public static int[] ascending(double[] keys) {
        int n = keys.length;
        long[] bits = new long[n];
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            bits[i] = ordered(keys[i]);
            rows[i] = i;
        }
        long[] otherBits = new long[n];
        int[] otherRows = new int[n];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            int[] starts = starts(bits, shift);
            if (starts.length == 0) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                int at = starts[(int) (bits[i] >>> shift) & (BUCKETS - 1)]++;
                otherBits[at] = bits[i];
                otherRows[at] = rows[i];
            }
            long[] swapBits = bits;
            bits = otherBits;
            otherBits = swapBits;
            int[] swapRows = rows;
            rows = otherRows;
            otherRows = swapRows;
        }
        return rows;
    }

    /** Bits that, as an unsigned number, are ordered like the key. */
    private static long ordered(double key) {
        long bits = Double.doubleToLongBits(key);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    /** Where each bucket begins; empty if all keys are in one. */
    private static int[] starts(long[] bits, int shift) {
        int[] counts = new int[BUCKETS];
        for (long value : bits) {
            counts[(int) (value >>> shift) & (BUCKETS - 1)]++;
        }
        int sum = 0;
        for (int b = 0; b < BUCKETS; b++) {
            if (counts[b] == bits.length) {
                return new int[0];
            }
            int count = counts[b];
            counts[b] = sum;
            sum += count;
        }
        return counts;
    }
}

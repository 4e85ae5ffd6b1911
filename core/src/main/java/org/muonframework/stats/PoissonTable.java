package org.muonframework.stats;

import java.util.Arrays;

/** Numbers that are Poisson(1) distributed, from sixteen random bits each: how often a bootstrap sample holds a row. */
final class PoissonTable {

    /** How many random bits a number takes. */
    static final int BITS = 16;

    private static final byte[] COUNTS = counts();

    private PoissonTable() {}

    /** The number that belongs to the lowest sixteen bits. */
    static int count(long bits) {
        return COUNTS[(int) bits & 0xFFFF];
    }

    private static byte[] counts() {
        byte[] counts = new byte[1 << BITS];
        double term = Math.exp(-1);
        double sum = 0;
        int from = 0;
        for (int k = 0; from < counts.length; k++) {
            sum += term;
            int to = k < 9 ? (int) Math.round(sum * counts.length) : counts.length;
            Arrays.fill(counts, from, to, (byte) k);
            from = to;
            term /= k + 1;
        }
        return counts;
    }
}

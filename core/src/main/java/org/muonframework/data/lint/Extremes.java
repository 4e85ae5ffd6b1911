package org.muonframework.data.lint;

/** The lowest different values of a sequence and how often each occurs; of negated values the highest. */
final class Extremes {

    private static final int KEPT = 4;

    private final double[] kept = new double[KEPT];
    private final long[] counts = new long[KEPT];
    private final Place[] firsts = new Place[KEPT];
    private int size;

    /** Values above this need not be told. */
    double bound() {
        return size < KEPT ? Double.POSITIVE_INFINITY : kept[KEPT - 1];
    }

    /** Counts a finite value, which is the i-th of some values or its negative. */
    void add(double value, Values values, int i) {
        int at = 0;
        while (at < size && kept[at] < value) {
            at++;
        }
        if (at == KEPT) {
            return;
        }
        if (at < size && kept[at] == value) {
            counts[at]++;
            return;
        }
        size = Math.min(size + 1, KEPT);
        int moved = size - 1 - at;
        System.arraycopy(kept, at, kept, at + 1, moved);
        System.arraycopy(counts, at, counts, at + 1, moved);
        System.arraycopy(firsts, at, firsts, at + 1, moved);
        kept[at] = value;
        counts[at] = 1;
        firsts[at] = values.place(i);
    }

    int size() {
        return size;
    }

    /** The i-th lowest value. */
    double value(int i) {
        return kept[i];
    }

    /** How often it occurred. */
    long count(int i) {
        return counts[i];
    }

    /** Where it occurred first. */
    Place first(int i) {
        return firsts[i];
    }
}

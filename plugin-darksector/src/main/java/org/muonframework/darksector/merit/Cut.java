package org.muonframework.darksector.merit;

/**
 * A cut on the score: rows at or above the threshold of their half of the events pass.
 *
 * @param first threshold of the first half
 * @param second threshold of the second half
 */
record Cut(double first, double second) {

    /** Everything passes. */
    static final Cut NONE = at(Double.NEGATIVE_INFINITY);

    /** The same threshold for all. */
    static Cut at(double threshold) {
        return new Cut(threshold, threshold);
    }

    boolean passes(double score, int half) {
        return score >= (half == 0 ? first : second);
    }

    /** The mean threshold, between those of the halves. */
    Estimate threshold() {
        return new Estimate((first + second) / 2, Math.min(first, second), Math.max(first, second));
    }
}

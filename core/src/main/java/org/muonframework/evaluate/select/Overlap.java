package org.muonframework.evaluate.select;

import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.evaluate.Share;

/** Sums over rows of which a cut and a reference selection each let some pass, perhaps the same ones. */
final class Overlap {

    private long rows;
    private double total;
    private double squares;
    private double cut;
    private double cutSquares;
    private double reference;
    private double referenceSquares;
    private double bothSquares;

    /**
     * The sums over one side of a sample.
     *
     * @param signal whether over the rows of the class or over all others
     * @param threshold of the cut
     * @param reference whether the reference selection passes each row; empty where there is none
     */
    static Overlap of(OneAgainstRest sample, boolean signal, double threshold, boolean[] reference) {
        Overlap overlap = new Overlap();
        for (int i = 0; i < sample.scores().length; i++) {
            if (sample.members()[i] == signal) {
                overlap.add(sample.weights()[i], sample.scores()[i] >= threshold, reference.length > 0 && reference[i]);
            }
        }
        return overlap;
    }

    void add(double weight, boolean passesCut, boolean passesReference) {
        double square = weight * weight;
        rows++;
        total += weight;
        squares += square;
        if (passesCut) {
            cut += weight;
            cutSquares += square;
        }
        if (passesReference) {
            reference += weight;
            referenceSquares += square;
        }
        if (passesCut && passesReference) {
            bothSquares += square;
        }
    }

    long rows() {
        return rows;
    }

    double total() {
        return total;
    }

    double squares() {
        return squares;
    }

    /** Σw that the cut lets pass. */
    double cut() {
        return cut;
    }

    double cutSquares() {
        return cutSquares;
    }

    /** Σw that the reference selection lets pass. */
    double reference() {
        return reference;
    }

    Share ofCut() {
        return new Share(cut, cutSquares, total, squares);
    }

    Share ofReference() {
        return new Share(reference, referenceSquares, total, squares);
    }

    /** The variance of ln(R/C), R and C being Σw of the reference and of the cut: Σw²(r/R − c/C)² over all rows. */
    double logRatioVariance() {
        double both = 2 * bothSquares / (reference * cut);
        return Math.max(0, referenceSquares / (reference * reference) + cutSquares / (cut * cut) - both);
    }

    /** The standard deviation of the difference of the two efficiencies: √(Σw²(r − c)²)/Σw. */
    double differenceDeviation() {
        return Math.sqrt(Math.max(0, referenceSquares + cutSquares - 2 * bothSquares)) / total;
    }
}

package org.muonframework.train.neural.optimize;

/** Tells whether a loss is lower than the lowest before by more than a margin. */
final class Improvement {

    private final double margin;
    private double lowest = Double.POSITIVE_INFINITY;

    Improvement(double margin) {
        this.margin = margin;
    }

    /** Whether this loss is an improvement; if so, it is the one to beat from now on. */
    boolean observe(double loss) {
        boolean better = loss < lowest - margin;
        if (better) {
            lowest = loss;
        }
        return better;
    }
}

package org.muonframework.data.weight;

/**
 * The factors that give one class the shape of a target.
 *
 * @param factors one a bin; 1 outside the support
 * @param supported whether a bin has a positive sum of weights in the class and in the target
 * @param capped whether a bin's factor was cut off
 */
record ShapeFactors(double[] factors, boolean[] supported, boolean[] capped) {

    /**
     * Fits. With n and t the sums of class and target in a bin, and N and T their totals over the support, the factor
     * is min((t/T)/(n/N), cap), and then all factors are scaled by one number that makes Σ n·factor = N.
     *
     * @param own Σw of the class in each bin
     * @param target the wanted shape, of any normalisation
     */
    static ShapeFactors of(double[] own, double[] target, double cap) {
        int bins = own.length;
        boolean[] supported = new boolean[bins];
        double ownTotal = 0;
        double targetTotal = 0;
        for (int bin = 0; bin < bins; bin++) {
            supported[bin] = own[bin] > 0 && target[bin] > 0;
            ownTotal += supported[bin] ? own[bin] : 0;
            targetTotal += supported[bin] ? target[bin] : 0;
        }
        double[] factors = new double[bins];
        boolean[] capped = new boolean[bins];
        double total = 0;
        for (int bin = 0; bin < bins; bin++) {
            factors[bin] = 1;
            if (supported[bin]) {
                double wanted = target[bin] / targetTotal / (own[bin] / ownTotal);
                capped[bin] = wanted > cap;
                factors[bin] = Math.min(wanted, cap);
                total += factors[bin] * own[bin];
            }
        }
        for (int bin = 0; bin < bins; bin++) {
            factors[bin] *= supported[bin] ? ownTotal / total : 1;
        }
        return new ShapeFactors(factors, supported, capped);
    }

    /** Whether any bin is supported. */
    boolean anySupport() {
        for (boolean bin : supported) {
            if (bin) {
                return true;
            }
        }
        return false;
    }
}

package org.muonframework.stats.limit;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;

/** Where a function that rises or falls along the positive axis crosses zero. */
final class Crossing {

    private static final double RELATIVE_ACCURACY = 1e-12;
    private static final int MAX_EVALUATIONS = 500;

    private Crossing() {}

    /**
     * The crossing.
     *
     * @param function monotone on [0, ∞)
     * @param guess above 0, of the size of the crossing
     * @return infinite if the function keeps its sign up to the largest double
     */
    static double of(DoubleUnaryOperator function, double guess) {
        double atZero = function.applyAsDouble(0);
        if (atZero == 0) {
            return 0;
        }
        double low = 0;
        double high = guess;
        while (function.applyAsDouble(high) * atZero > 0) {
            low = high;
            high *= 2;
            if (Double.isInfinite(high)) {
                return high;
            }
        }
        return new BrentSolver(RELATIVE_ACCURACY, Double.MIN_NORMAL)
                .solve(MAX_EVALUATIONS, function::applyAsDouble, low, high);
    }
}

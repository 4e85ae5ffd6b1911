package org.muonframework.dimuon.spinquest.kinematics;

import java.util.Arrays;
import java.util.Optional;

/**
 * A number of each pair, by several methods.
 *
 * @param name a target, or x1, x2, xF
 * @param unit its unit; empty for a pure number
 * @param truth the true value of each row
 * @param predicted that by the model
 * @param reference that by the reference, if one is given
 * @param weights the weight of each row
 */
record Quantity(
        String name, String unit, double[] truth, double[] predicted, Optional<double[]> reference, double[] weights) {

    /** Predicted minus true, by the model. */
    double[] residuals() {
        return residuals(predicted);
    }

    /** Found minus true. */
    double[] residuals(double[] found) {
        double[] residuals = new double[truth.length];
        for (int row = 0; row < residuals.length; row++) {
            residuals[row] = found[row] - truth[row];
        }
        return residuals;
    }

    /** Why nothing can be said of the model, if that is so. */
    Optional<String> problem() {
        return problem(predicted);
    }

    /** Why nothing can be said of what was found, if that is so. */
    Optional<String> problem(double[] found) {
        long missing = Arrays.stream(residuals(found))
                .filter(residual -> !Double.isFinite(residual))
                .count();
        if (missing > 0) {
            return Optional.of(missing + " of " + truth.length + " residuals are not finite");
        }
        return Arrays.stream(weights).sum() > 0
                ? Optional.empty()
                : Optional.of("the weights do not add up to more than 0");
    }
}

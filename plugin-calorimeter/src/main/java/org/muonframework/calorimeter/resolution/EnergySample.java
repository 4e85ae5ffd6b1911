package org.muonframework.calorimeter.resolution;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * Energies beside the true ones.
 *
 * @param truth true energy of each row, in GeV
 * @param energies what is found for each row, in GeV
 * @param weights the weight of each row
 */
record EnergySample(double[] truth, double[] energies, double[] weights) {

    /** What a model says of a target. */
    static EnergySample of(Sample sample, Task task, String target) {
        return new EnergySample(
                wide(sample.targets()[task.targets().indexOf(target)]),
                wide(sample.predictions()[task.predictionOf(target)]),
                sample.weights());
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /** Why nothing can be said of it, if that is so. */
    Optional<String> problem() {
        int missing = 0;
        for (int i = 0; i < truth.length; i++) {
            missing += Double.isFinite(energies[i] - truth[i]) ? 0 : 1;
        }
        if (missing > 0) {
            return Optional.of(missing + " of " + truth.length + " energies are not finite");
        }
        return Arrays.stream(weights).sum() > 0
                ? Optional.empty()
                : Optional.of("the weights do not add up to more than 0");
    }

    /** Other energies of the same rows. */
    EnergySample with(double[] others) {
        return new EnergySample(truth, others, weights);
    }

    /** The same rows with all energies mapped. */
    EnergySample map(DoubleUnaryOperator function) {
        return with(Arrays.stream(energies).map(function).toArray());
    }
}

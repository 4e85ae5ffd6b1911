package org.muonframework.dimuon.spinquest.kinematics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;

/** Pairs found with Gaussian errors, and quantities as a network would find them that knows their spectrum. */
final class ToyPairs {

    static final Task TASK = new Task(List.of("x"), List.of(), List.of("px", "py", "pz", "mass"));

    private ToyPairs() {}

    /** A quantity spread by one Gaussian and measured with another one; predicted is its mean given the measurement. */
    static Quantity gaussian(int rows, double spread, double error) {
        double weight = spread * spread / (spread * spread + error * error);
        return quantity(
                rows,
                random -> 3 + spread * random.nextGaussian(),
                (truth, random) -> 3 + weight * (truth + error * random.nextGaussian() - 3));
    }

    /** How a truth is predicted. */
    interface Predictor {
        double predict(double truth, Random random);
    }

    static Quantity quantity(int rows, ToDoubleFunction<Random> spectrum, Predictor predictor) {
        Random random = new Random(7);
        double[] truth = new double[rows];
        double[] predicted = new double[rows];
        double[] weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            truth[row] = spectrum.applyAsDouble(random);
            predicted[row] = predictor.predict(truth[row], random);
            weights[row] = 1;
        }
        return new Quantity("mass", "GeV", truth, predicted, Optional.empty(), weights);
    }

    /** Momenta found to 0.25 and 2 GeV, masses even from 1 to 9 GeV found to 0.3 GeV; the reference is worse. */
    static Sample sample(Part part, int rows, long seed) {
        Random random = new Random(seed);
        float[][] truth = new float[4][rows];
        float[][] predicted = new float[4][rows];
        double[] reference = new double[rows];
        double[] errors = {0.25, 0.25, 2, 0.3};
        for (int row = 0; row < rows; row++) {
            truth[0][row] = (float) random.nextGaussian();
            truth[1][row] = (float) random.nextGaussian();
            truth[2][row] = (float) (30 + 60 * random.nextDouble());
            truth[3][row] = (float) (1 + 8 * random.nextDouble());
            for (int t = 0; t < errors.length; t++) {
                predicted[t][row] = (float) (truth[t][row] + errors[t] * random.nextGaussian());
            }
            reference[row] = random.nextDouble();
        }
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        return new Sample(part, new int[0], truth, predicted, weights, Map.of("swimX2", reference));
    }

    static Evaluation evaluation(Sample... samples) {
        Map<String, ColumnSpec> columns =
                Map.of("mass", ColumnSpec.of("mass", ColumnType.DOUBLE, "GeV", "", ColumnRole.TRUTH));
        History history = new History("epoch", List.of(), 1, 1, 1);
        return new Evaluation("net", TASK, history, List.of(samples), samples[samples.length - 1].part(), columns);
    }

    static DimuonKinematicsSettings settings() {
        return new DimuonKinematicsSettings(40, 6, 20, Map.of(), List.of());
    }

    static MetricResult judge(DimuonKinematicsSettings settings, Sample... samples) {
        return new DimuonKinematicsProvider()
                .create(settings, Context.standalone(1, 1))
                .evaluate(evaluation(samples));
    }

    /** The one value of this name and target. */
    static MetricValue value(MetricResult result, String name, String target) {
        List<MetricValue> found = new ArrayList<>(result.values());
        found.removeIf(value ->
                !value.name().equals(name) || !target.equals(value.keys().get("target")));
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " values " + name + " of " + target + " in " + result.values());
        }
        return found.get(0);
    }
}

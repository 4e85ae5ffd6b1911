package org.muonframework.calorimeter.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.muonframework.calorimeter.Settings;
import org.muonframework.spi.Context;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;

/** Muons of 50 to 8000 GeV whose energy a calorimeter finds with a bias and a Gaussian error. */
final class ToyEnergies {

    static final Task TASK = new Task(List.of("x"), List.of(), List.of("true_energy"));

    private final List<Sample> samples = new ArrayList<>();

    /**
     * Adds a part whose predictions have a mean and a standard deviation that follow from the true energy.
     *
     * @param sum mean of the energy in the calorimeter, in the column {@code sum}, found to 50 %
     */
    ToyEnergies part(
            Part part,
            int rows,
            long seed,
            DoubleUnaryOperator mean,
            DoubleUnaryOperator error,
            DoubleUnaryOperator sum) {
        Random random = new Random(seed);
        float[] truth = new float[rows];
        float[] predicted = new float[rows];
        double[] weights = new double[rows];
        double[] sums = new double[rows];
        for (int i = 0; i < rows; i++) {
            truth[i] = (float) (50 + 7950 * random.nextDouble());
            predicted[i] =
                    (float) (mean.applyAsDouble(truth[i]) + error.applyAsDouble(truth[i]) * random.nextGaussian());
            sums[i] = sum.applyAsDouble(truth[i]) * (1 + 0.5 * random.nextGaussian());
            weights[i] = 1;
        }
        return rows(part, truth, predicted, weights, Map.of("sum", sums));
    }

    /** Adds a part with these rows. */
    ToyEnergies rows(Part part, float[] truth, float[] predicted, double[] weights, Map<String, double[]> columns) {
        samples.add(new Sample(part, new int[0], new float[][] {truth}, new float[][] {predicted}, weights, columns));
        return this;
    }

    /** All three parts, with predictions αE + β ± rE. */
    static ToyEnergies linear(int rows, double slope, double offset, double resolution) {
        ToyEnergies toy = new ToyEnergies();
        for (Part part : List.of(Part.TRAINING, Part.VALIDATION, Part.TEST)) {
            toy.part(
                    part,
                    rows,
                    part.ordinal() + 1,
                    e -> slope * e + offset,
                    e -> slope * resolution * e,
                    e -> 0.02 * e + 4);
        }
        return toy;
    }

    Evaluation evaluation(Part evaluated) {
        return new Evaluation("net", TASK, new History("epoch", List.of(), 1, 1, 1), samples, evaluated, Map.of());
    }

    MetricResult judge(String settings) {
        return judge(settings, Part.TEST);
    }

    MetricResult judge(String settings, Part evaluated) {
        return new EnergyResolutionProvider()
                .create(Settings.bind(settings, EnergyResolutionSettings.class), Context.standalone(5, 1))
                .evaluate(evaluation(evaluated));
    }

    /** The only value of this name with exactly these keys, but for {@code note}. */
    static MetricValue value(MetricResult result, String name, Map<String, String> keys) {
        return result.values().stream()
                .filter(value -> value.name().equals(name)
                        && value.without("note").keys().equals(keys))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " of " + keys));
    }
}

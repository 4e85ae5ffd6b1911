package org.muonframework.dimuon.spinquest.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.muonframework.dimuon.spinquest.PairKinematics;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * The targets of pairs, and what follows from momentum and mass: of predictions by the predicted ones, of the truth by
 * the true ones, with E² = p² + M².
 *
 * @param evaluation what was predicted
 * @param sample the rows to look at
 * @param references for some quantities an expression over the columns to compare with
 */
record PairQuantities(Evaluation evaluation, Sample sample, Map<String, String> references) {

    /** The target that is the mass. */
    static final String MASS = "mass";

    /** The targets that the others follow from. */
    static final List<String> NEEDED = List.of("px", "py", "pz", MASS);

    /** What follows from them. */
    static final List<String> DERIVED = List.of("x1", "x2", "xF");

    private static final List<ToDoubleFunction<PairKinematics>> LAWS =
            List.of(PairKinematics::x1, PairKinematics::x2, PairKinematics::feynmanX);

    /** The targets in their order, then those derived. */
    List<Quantity> all() {
        List<Quantity> all = new ArrayList<>();
        evaluation.task().targets().forEach(target -> all.add(target(target)));
        all.addAll(derived());
        return all;
    }

    /** A target. */
    Quantity target(String name) {
        return quantity(name, evaluation.unit(name), column(true, name), column(false, name));
    }

    /** x1, x2 and xF. */
    List<Quantity> derived() {
        double[][] truth = columns(true);
        double[][] predicted = columns(false);
        return IntStream.range(0, DERIVED.size())
                .mapToObj(i -> quantity(DERIVED.get(i), "", follow(truth, LAWS.get(i)), follow(predicted, LAWS.get(i))))
                .toList();
    }

    private Quantity quantity(String name, String unit, double[] truth, double[] predicted) {
        Optional<double[]> reference = Optional.ofNullable(references.get(name)).map(sample.columns()::get);
        return new Quantity(name, unit, truth, predicted, reference, sample.weights());
    }

    private double[][] columns(boolean truth) {
        return NEEDED.stream().map(name -> column(truth, name)).toArray(double[][]::new);
    }

    private double[] column(boolean truth, String target) {
        Task task = evaluation.task();
        float[] values = truth
                ? sample.targets()[task.targets().indexOf(target)]
                : sample.predictions()[task.predictionOf(target)];
        double[] wide = new double[values.length];
        for (int row = 0; row < wide.length; row++) {
            wide[row] = values[row];
        }
        return wide;
    }

    private static double[] follow(double[][] columns, ToDoubleFunction<PairKinematics> law) {
        double[] values = new double[columns[0].length];
        for (int row = 0; row < values.length; row++) {
            values[row] = law.applyAsDouble(
                    PairKinematics.ofMass(columns[0][row], columns[1][row], columns[2][row], columns[3][row]));
        }
        return values;
    }
}

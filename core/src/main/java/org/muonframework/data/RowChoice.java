package org.muonframework.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/**
 * Which rows of the training and the validation part a model learns from.
 *
 * @param condition an expression that they fulfil; empty for all
 * @param variable an expression that has none of the omitted values; empty for all
 * @param omitted values of the variable, compared in single precision
 */
public record RowChoice(Optional<String> condition, Optional<String> variable, List<Double> omitted) {

    public RowChoice {
        omitted = List.copyOf(omitted);
    }

    /** The expressions whose values are needed. */
    public List<String> expressions() {
        return Stream.concat(condition.stream(), variable.stream()).distinct().toList();
    }

    /**
     * The training and the validation part of these rows, in new arrays where any is left out; training weights are
     * normalised anew.
     *
     * @param data both parts, with the values of the {@link #expressions()}
     * @param classifies whether classes are to be told apart, so that there have to be two
     * @throws DataException if nothing is left to learn from
     */
    public PreparedData of(PreparedData data, WeightNormalisation normalise, boolean classifies) {
        if (expressions().isEmpty()) {
            return data;
        }
        List<PreparedPart> parts = new ArrayList<>();
        for (PreparedPart part : List.of(data.training(), data.validation())) {
            parts.add(part.pick(part.part(), rows(part)));
        }
        check(parts, data, classifies);
        WeightFactors factors =
                WeightFactors.fit(normalise, parts.get(0), data.task().classes());
        parts.forEach(part -> factors.apply(part.labels(), part.trainingWeights()));
        return new PreparedData(
                data.task(),
                parts,
                data.steps(),
                data.fillValues(),
                data.weights(),
                data.missing(),
                data.clipped(),
                data.negativeWeights(),
                data.columns());
    }

    private int[] rows(PreparedPart part) {
        Optional<double[]> wanted = condition.map(part.columns()::get);
        Optional<double[]> values = variable.map(part.columns()::get);
        int[] rows = new int[part.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            boolean kept =
                    (wanted.isEmpty() || wanted.get()[row] != 0) && (values.isEmpty() || !isOmitted(values.get()[row]));
            if (kept) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private boolean isOmitted(double value) {
        for (double some : omitted) {
            if ((float) value == (float) some) {
                return true;
            }
        }
        return false;
    }

    /** The omitted values that no row of a part has. */
    public List<Double> notFound(PreparedPart part) {
        List<Double> left = new ArrayList<>(omitted);
        if (variable.isPresent()) {
            for (double value : part.columns().get(variable.get())) {
                left.removeIf(some -> (float) value == some.floatValue());
                if (left.isEmpty()) {
                    break;
                }
            }
        }
        return left;
    }

    private static void check(List<PreparedPart> parts, PreparedData data, boolean classifies) {
        List<Problem> problems = new ArrayList<>();
        for (PreparedPart part : parts) {
            if (part.size() == 0) {
                int before = data.part(part.part()).orElseThrow().size();
                problems.add(new Problem(
                        "",
                        "'train-on' and 'omit' leave none of the " + before + " rows of the "
                                + part.part().label() + " part"));
            }
        }
        List<String> classes = data.task().classes();
        int[] labels = parts.get(0).labels();
        if (problems.isEmpty() && classifies && Arrays.stream(labels).distinct().count() < 2) {
            problems.add(new Problem(
                    "",
                    "'train-on' and 'omit' leave only one class in the training part, '" + classes.get(labels[0])
                            + "' with " + labels.length + " rows"));
        }
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
    }
}

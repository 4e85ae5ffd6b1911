package org.muonframework.evaluate.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * The features of a sample, and more columns beside them.
 *
 * @param names one name a column
 * @param values {@code values[c][row]}
 */
record FeatureColumns(List<String> names, float[][] values) {

    FeatureColumns {
        names = List.copyOf(names);
    }

    /** The features as far as they are at hand, then those expressions that are no features. */
    static FeatureColumns of(Sample sample, Task task, List<String> expressions) {
        List<String> names = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        for (int f = 0; f < sample.features().length; f++) {
            names.add(task.features().get(f));
            values.add(sample.features()[f]);
        }
        for (String expression : expressions) {
            Optional<double[]> column = Optional.ofNullable(sample.columns().get(expression));
            if (column.isPresent() && !names.contains(expression)) {
                names.add(expression);
                values.add(narrow(column.get()));
            }
        }
        return new FeatureColumns(names, values.toArray(float[][]::new));
    }

    /** The same with the targets of a regression. */
    FeatureColumns withTargets(Sample sample, Task task) {
        List<String> more = new ArrayList<>(names);
        List<float[]> all = new ArrayList<>(List.of(values));
        for (int t = 0; t < task.targets().size(); t++) {
            if (!more.contains(task.targets().get(t))) {
                more.add(task.targets().get(t));
                all.add(sample.targets()[t]);
            }
        }
        return new FeatureColumns(more, all.toArray(float[][]::new));
    }

    /** At most so many columns; a note says where more are left out. */
    FeatureColumns atMost(int most, String setting, Findings findings) {
        if (names.isEmpty()) {
            findings.note("the features are not at hand");
        }
        if (names.size() <= most) {
            return this;
        }
        findings.note(
                "the first " + most + " of " + names.size() + " columns are shown; '" + setting + "' says how many");
        return new FeatureColumns(
                names.subList(0, most), List.of(values).subList(0, most).toArray(float[][]::new));
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}

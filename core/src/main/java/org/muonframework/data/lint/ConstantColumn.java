package org.muonframework.data.lint;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.data.ColumnSpec;

/** A column with one value in all rows, from which nothing can be learned. */
final class ConstantColumn implements ColumnCheck.Watch {

    private final ColumnSpec column;
    private final boolean learned;
    private double only = Double.NaN;
    private boolean varies;
    private long count;

    /** Of a column, and whether a model learns from it or learns it. */
    ConstantColumn(ColumnSpec column, boolean learned) {
        this.column = column;
        this.learned = learned;
    }

    @Override
    public void look(Values values) {
        double[] numbers = values.numbers();
        count += numbers.length;
        for (int i = 0; i < numbers.length && !varies; i++) {
            if (Double.isNaN(only)) {
                only = numbers[i];
            }
            varies = numbers[i] != only && !Double.isNaN(numbers[i]);
        }
    }

    @Override
    public List<Finding> findings() {
        if (varies || count < 2 || Double.isNaN(only)) {
            return List.of();
        }
        String name = column.name();
        return List.of(new Finding(
                "constant",
                learned ? Severity.WARNING : Severity.NOTE,
                List.of(name),
                count,
                Optional.empty(),
                "is " + FindingText.value(only) + " wherever it has a value",
                learned
                        ? "Take '" + name + "' out of the features or targets, or look whether the selection fixes it."
                        : "Nothing depends on it; it need not be read."));
    }
}

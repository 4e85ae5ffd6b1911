package org.muonframework.data.lint;

import java.util.List;
import org.muonframework.spi.data.ColumnSpec;

/** Values that are not a number, and infinities, which mostly come from a division by zero. */
final class NotFinite implements ColumnCheck.Watch {

    private final ColumnSpec column;
    private final boolean feature;
    private final FirstPlace places = new FirstPlace();
    private long infinite;
    private long all;

    /** Of a column, and whether it is an input: its missing values are treated by a policy. */
    NotFinite(ColumnSpec column, boolean feature) {
        this.column = column;
        this.feature = feature;
    }

    @Override
    public void look(Values values) {
        double[] numbers = values.numbers();
        all += numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                places.add(values, i);
                infinite += Double.isNaN(numbers[i]) ? 0 : 1;
            }
        }
    }

    @Override
    public List<Finding> findings() {
        if (places.count() == 0) {
            return List.of();
        }
        String advice = infinite > 0
                ? "Look for a division by zero or the logarithm of zero where '" + column.name() + "' is made."
                : feature
                        ? "dataset.missing.policy says what becomes of them: median, mean, constant, drop or error."
                        : "Leave such rows out: dataset.selection = \"!isNaN(" + column.name() + ")\".";
        return List.of(new Finding(
                "not-finite",
                infinite > 0 || !feature ? Severity.WARNING : Severity.NOTE,
                List.of(column.name()),
                places.count(),
                places.place(),
                FindingText.share(places.count(), all, "values") + " are not finite: "
                        + FindingText.number(places.count() - infinite) + " NaN, " + FindingText.number(infinite)
                        + " infinite",
                advice));
    }
}

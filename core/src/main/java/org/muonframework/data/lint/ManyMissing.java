package org.muonframework.data.lint;

import java.util.List;
import org.muonframework.data.MissingPolicy;
import org.muonframework.spi.data.ColumnSpec;

/** A feature that is missing in a fifth of the rows or more: what is put in the place of its values then matters. */
final class ManyMissing implements ColumnCheck.Watch {

    private static final double MANY = 0.2;

    private final ColumnSpec column;
    private final MissingPolicy policy;
    private final float placeholder;
    private final FirstPlace places = new FirstPlace();
    private long all;

    ManyMissing(ColumnSpec column, MissingPolicy policy) {
        this.column = column;
        this.policy = policy;
        placeholder = (float) policy.value().orElse(Double.NaN);
    }

    @Override
    public void look(Values values) {
        double[] numbers = values.numbers();
        all += numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            float value = (float) numbers[i];
            if (!Float.isFinite(value) || value == placeholder) {
                places.add(values, i);
            }
        }
    }

    @Override
    public List<Finding> findings() {
        if (places.count() == 0 || places.count() < MANY * all) {
            return List.of();
        }
        String name = column.name();
        return List.of(new Finding(
                "many-missing",
                Severity.WARNING,
                List.of(name),
                places.count(),
                places.place(),
                FindingText.share(places.count(), all, "values") + " are missing, treated by the policy '"
                        + policy.policy().key() + "'",
                "Take '" + name + "' out of the features, or select the rows that have it: dataset.selection."));
    }
}

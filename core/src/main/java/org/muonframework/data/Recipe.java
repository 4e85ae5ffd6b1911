package org.muonframework.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muonframework.data.expression.Expression;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Task;

/**
 * A plan that was checked against the columns, with its expressions understood.
 *
 * @param derived the dataset's and the derived columns
 * @param selection the condition of the rows to keep
 * @param features the input columns
 * @param label the class, if rows are classified
 * @param targets the columns to regress
 * @param weights expressions to multiply; none for a weight of 1
 * @param columns what the metrics need, by its text
 * @param keys the columns that identify an event, and a row within it, in the output
 * @param splitBy the columns that identify an event for the split
 * @param events whether each row keeps the number of its event
 * @param images what each row has beside its features
 */
record Recipe(
        DerivedColumns derived,
        Optional<Expression> selection,
        List<ColumnSpec> features,
        Optional<Expression> label,
        List<ColumnSpec> targets,
        List<Expression> weights,
        Map<String, Expression> columns,
        List<String> keys,
        List<String> splitBy,
        boolean events,
        List<ImagePlan> images) {

    /** Bytes that the text of a key takes, about. */
    private static final int TEXT_BYTES = 64;

    /** All columns that it takes, the dataset's and derived ones. */
    Set<String> needed() {
        List<String> names = new ArrayList<>(keys);
        names.addAll(splitBy);
        names.addAll(names(features));
        names.addAll(names(targets));
        images.forEach(image -> names.addAll(List.of(image.cells(), image.values())));
        Stream.of(selection.stream(), label.stream(), weights.stream(), columns.values().stream())
                .flatMap(expressions -> expressions)
                .forEach(expression -> names.addAll(expression.columns()));
        return derived.needed(names);
    }

    /**
     * Bytes that a kept row takes: its numbers in single precision, exact ones, two weights, the label, and the place of
     * its hits, which themselves are counted as they come.
     */
    long bytesPerRow() {
        long keyBytes = keys.stream()
                .map(key -> derived.schema().find(key).orElseThrow().type())
                .mapToLong(type -> type == ColumnType.TEXT ? TEXT_BYTES : Long.BYTES)
                .sum();
        return (long) Float.BYTES * (features.size() + targets.size() + 2)
                + (long) Double.BYTES * (columns.size() + 1)
                + (events ? Long.BYTES : 0)
                + ImagePlan.BYTES_PER_ROW * images.size()
                + keyBytes;
    }

    /** What will be learned from what. */
    Task task(List<String> classes) {
        List<Image> learned = images.stream().map(ImagePlan::image).toList();
        return new Task(names(features), classes, names(targets), learned);
    }

    /** Descriptions of features, targets and metrics' columns, by name or expression. */
    Map<String, ColumnSpec> descriptions() {
        Map<String, ColumnSpec> descriptions = new HashMap<>();
        Stream.concat(features.stream(), targets.stream()).forEach(column -> descriptions.put(column.name(), column));
        columns.forEach((text, expression) -> descriptions.put(
                text,
                expression
                        .bareColumn()
                        .flatMap(derived.schema()::find)
                        .orElse(ColumnSpec.of(text, ColumnType.DOUBLE, expression.unit(), "", ColumnRole.SPECTATOR))));
        return descriptions;
    }

    private static List<String> names(List<ColumnSpec> columns) {
        return columns.stream().map(ColumnSpec::name).toList();
    }
}

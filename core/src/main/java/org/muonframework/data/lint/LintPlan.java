package org.muonframework.data.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muonframework.data.FoldPlan;
import org.muonframework.data.ImagePlan;
import org.muonframework.data.MissingPolicy;
import org.muonframework.data.Preparation;
import org.muonframework.data.SplitPlan;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;

/**
 * What the checks have to know about the rows.
 *
 * @param columns the numeric columns that are read, flat and jagged, in the order of the schema
 * @param features names of the inputs
 * @param targets names of the columns to regress
 * @param classes names of the classes; empty when nothing is classified
 * @param keys columns that identify an event: the dataset's, else those with the names of run and event, else those that
 *     the split goes by
 * @param splitBy columns that the split goes by
 * @param split how events are divided, if not into folds
 * @param folds how events are divided into folds
 * @param missing what counts as a missing feature
 * @param images what rows have beside features
 */
record LintPlan(
        List<ColumnSpec> columns,
        List<String> features,
        List<String> targets,
        List<String> classes,
        List<String> keys,
        List<String> splitBy,
        SplitPlan split,
        Optional<FoldPlan> folds,
        MissingPolicy missing,
        List<ImagePlan> images) {

    LintPlan {
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
        keys = List.copyOf(keys);
        splitBy = List.copyOf(splitBy);
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(folds, "folds");
        Objects.requireNonNull(missing, "missing");
        images = List.copyOf(images);
    }

    /** Of a preparation, with further columns that are read for the checks alone. */
    static LintPlan of(Preparation preparation, Set<String> more) {
        List<ColumnSpec> used = preparation.used();
        List<ColumnSpec> columns = Stream.concat(
                        used.stream(), more.stream().sorted().flatMap(name -> preparation.schema().find(name).stream()))
                .filter(column -> column.type().isNumeric())
                .toList();
        return new LintPlan(
                columns,
                preparation.plan().features(),
                preparation.plan().targets(),
                preparation.plan().classes(),
                keys(used, columns, preparation.splitBy()),
                preparation.splitBy(),
                preparation.plan().split(),
                preparation.plan().folds(),
                preparation.plan().missing(),
                preparation.plan().images());
    }

    private static List<String> keys(List<ColumnSpec> used, List<ColumnSpec> columns, List<String> splitBy) {
        List<String> declared = used.stream()
                .filter(column -> column.role() == ColumnRole.KEY && !column.jagged())
                .map(ColumnSpec::name)
                .toList();
        List<String> named = declared.isEmpty() ? EventColumns.in(Schema.of(columns)) : declared;
        return named.isEmpty() ? splitBy : named;
    }

    /** The columns that tell all rows apart: the event's, and where an event has many rows, which of them a row is. */
    List<String> rowKeys() {
        return Stream.concat(
                        keys.stream(),
                        columns.stream()
                                .filter(column -> column.role() == ColumnRole.INDEX)
                                .map(ColumnSpec::name))
                .distinct()
                .toList();
    }

    /** Features and targets, each once: what a model learns from and what it learns. */
    List<String> learned() {
        Set<String> names = new LinkedHashSet<>(features);
        names.addAll(targets);
        return List.copyOf(names);
    }

    boolean isFeature(ColumnSpec column) {
        return features.contains(column.name());
    }

    boolean isLearned(ColumnSpec column) {
        return isFeature(column) || targets.contains(column.name());
    }

    /** Columns whose values are measurements: neither keys nor the class. */
    List<ColumnSpec> measured() {
        return columns.stream()
                .filter(column -> !keys.contains(column.name())
                        && !splitBy.contains(column.name())
                        && column.role() != ColumnRole.KEY
                        && column.role() != ColumnRole.INDEX
                        && column.role() != ColumnRole.LABEL)
                .toList();
    }
}

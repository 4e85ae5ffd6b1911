package org.muonframework.data.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muonframework.data.ColumnUses;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.problem.Problem;

/**
 * The transforms of an analysis, held against the columns of a dataset. One may read what another makes, in whatever
 * order they are written.
 *
 * <p>A transform that does not fit is left out, and its columns cannot be read, with the reason: so that rows to be
 * predicted need not have what only the training needed.
 */
public final class TransformChain {

    private final ColumnUses uses;
    private final List<NamedTransform> fitting = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Schema schema;

    private TransformChain(Schema schema, ColumnUses uses) {
        this.schema = schema;
        this.uses = uses;
    }

    /**
     * Finds an order in which each transform has its inputs.
     *
     * @param schema the dataset's columns
     * @param uses the label and the targets of the analysis, which must not come in as anything else
     */
    public static TransformChain of(Schema schema, List<NamedTransform> transforms, ColumnUses uses) {
        TransformChain chain = new TransformChain(schema, uses);
        List<NamedTransform> waiting = new ArrayList<>(transforms);
        while (!waiting.isEmpty()) {
            NamedTransform next = waiting.stream()
                    .filter(transform -> chain.schema.names().containsAll(transform.inputNames()))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            chain.add(next);
        }
        return chain;
    }

    /**
     * Everything that is wrong.
     *
     * @return problems at the keys {@code transforms.NAME}: an input that is not there or holds something else, a
     *     column that is there already
     */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * The dataset with the columns of those that fit, in the place of such columns that do not.
     *
     * @param dataset the dataset that the transforms were held against
     * @param threads on how many threads they compute; the rows do not depend on it
     */
    public Dataset applyTo(Dataset dataset, int threads) {
        return schema.equals(dataset.schema()) ? dataset : new TransformedDataset(dataset, schema, fitting, threads);
    }

    private void add(NamedTransform transform) {
        List<String> objections = transform.inputs().stream()
                .flatMap(input -> objection(input).stream())
                .toList();
        Set<String> made = names(transform.columns());
        Set<String> taken = names(schema.columns());
        taken.retainAll(made);
        if (!objections.isEmpty()) {
            made.removeAll(taken);
            leaveOut(transform, objections, made);
        } else if (!taken.isEmpty()) {
            leaveOut(transform, List.of("the dataset has these columns already: " + String.join(", ", taken)), made);
        } else {
            List<ColumnSpec> columns = new ArrayList<>(schema.columns());
            transform.columns().forEach(column -> columns.add(column.as(role(column, transform))));
            schema = new Schema(columns, schema.classes(), schema.unreadable());
            fitting.add(transform);
        }
    }

    private static Set<String> names(List<ColumnSpec> columns) {
        return columns.stream().map(ColumnSpec::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void leaveOut(NamedTransform transform, List<String> objections, Set<String> columns) {
        objections.forEach(objection -> problems.add(new Problem("transforms." + transform.name(), objection)));
        Map<String, String> unreadable = new HashMap<>(schema.unreadable());
        columns.forEach(column -> unreadable.put(
                column, "the transform '" + transform.name() + "' cannot make it: " + String.join("; ", objections)));
        schema = new Schema(
                schema.columns().stream()
                        .filter(column -> !columns.contains(column.name()))
                        .toList(),
                schema.classes(),
                unreadable);
    }

    /** Roles with a meaning of their own stay as they are: no model sees such a column. */
    private ColumnRole role(ColumnSpec made, NamedTransform transform) {
        ColumnRole role = made.role();
        if (role == ColumnRole.FEATURE || role == ColumnRole.SPECTATOR) {
            for (Transform.Input input : transform.inputs()) {
                ColumnSpec column = schema.find(input.name()).orElseThrow();
                role = ColumnUses.stricter(role, inherited(uses.roleOf(column)));
            }
        }
        return role;
    }

    /** What is made from a key, a weight or a label is none itself, and must not be learned from. */
    private static ColumnRole inherited(ColumnRole role) {
        return switch (role) {
            case FEATURE -> ColumnRole.FEATURE;
            case SPECTATOR, INDEX, KEY -> ColumnRole.SPECTATOR;
            case WEIGHT, TRUTH, LABEL -> ColumnRole.TRUTH;
        };
    }

    private Optional<String> objection(Transform.Input input) {
        Optional<ColumnSpec> column = schema.find(input.name());
        if (column.isEmpty()) {
            return Optional.of(schema.unknown(input.name()));
        }
        if (!input.kind().isOf(column.get())) {
            return Optional.of("'" + input.name() + "' is " + (column.get().jagged() ? "a list of " : "")
                    + column.get().type() + " in every row; needed is "
                    + input.kind().words());
        }
        String unit = column.get().unit();
        return input.unit().isEmpty() || unit.isEmpty() || unit.equals(input.unit())
                ? Optional.empty()
                : Optional.of("'" + input.name() + "' is in " + unit + "; needed is " + input.unit());
    }
}

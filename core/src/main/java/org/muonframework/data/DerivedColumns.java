package org.muonframework.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.expression.ExpressionException;
import org.muonframework.data.expression.Type;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.Problem;

/**
 * New columns computed from those of a dataset, flat or jagged as their expressions are. A derived column has the strictest role of the columns it is made
 * from, so that what may not be learned from cannot come in under another name.
 */
public final class DerivedColumns {

    private final Map<String, Expression> expressions = new LinkedHashMap<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private Schema schema;

    private DerivedColumns(Schema schema) {
        this.schema = schema;
    }

    /**
     * Understands the expressions of derived columns.
     *
     * @param base the dataset's columns
     * @param derive name to expression; one may use another, in whatever order they are written
     */
    public static DerivedColumns of(Schema base, Map<String, String> derive) {
        return of(base, derive, ColumnUses.NONE);
    }

    /**
     * The same, in the roles that columns have in an analysis: whatever is the label or a target there must not come in
     * as anything else, whatever its role in the dataset.
     *
     * @param targets names of the columns to regress
     * @param label the expression of the class, if there is one
     */
    public static DerivedColumns of(
            Schema base, Map<String, String> derive, List<String> targets, Optional<String> label) {
        return of(base, derive, ColumnUses.of(targets, label));
    }

    private static DerivedColumns of(Schema base, Map<String, String> derive, ColumnUses uses) {
        List<ColumnSpec> columns = base.columns().stream()
                .map(column -> column.as(uses.roleOf(column)))
                .toList();
        DerivedColumns derived = new DerivedColumns(new Schema(columns, base.classes(), base.unreadable()));
        Map<String, String> waiting = new LinkedHashMap<>(derive);
        while (!waiting.isEmpty()) {
            String next = derived.understandable(waiting)
                    .orElse(waiting.keySet().iterator().next());
            derived.add(next, waiting.remove(next), uses.of(next));
        }
        return derived;
    }

    /** The first of the expressions whose columns are all known by now. */
    private Optional<String> understandable(Map<String, String> waiting) {
        return waiting.entrySet().stream()
                .filter(entry -> isUnderstandable(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isUnderstandable(String text) {
        try {
            return !Expression.parseColumn(text, schema).text().isEmpty();
        } catch (ExpressionException notYet) {
            return false;
        }
    }

    private void add(String name, String text, ColumnRole use) {
        String where = "derive." + name;
        if (schema.find(name).isPresent()) {
            problems.put(name, new Problem(where, "the dataset has a column '" + name + "' already"));
            return;
        }
        ColumnSpec column = ColumnSpec.of(name, ColumnType.DOUBLE);
        try {
            Expression expression = Expression.parseColumn(text, schema);
            if (expression.type() == Type.TEXT) {
                problems.put(name, new Problem(where, "'" + text + "' is text; only numbers can be derived"));
            }
            expressions.put(name, expression);
            column = describe(name, expression, use);
        } catch (ExpressionException failure) {
            problems.put(name, new Problem(where, failure.getMessage()));
        }
        List<ColumnSpec> columns = new ArrayList<>(schema.columns());
        columns.add(column);
        schema = new Schema(columns, schema.classes(), schema.unreadable());
    }

    private ColumnSpec describe(String name, Expression expression, ColumnRole use) {
        ColumnType type = expression.type() == Type.BOOLEAN ? ColumnType.BOOLEAN : ColumnType.DOUBLE;
        ColumnRole role = use;
        for (String source : expression.columns()) {
            role = ColumnUses.stricter(role, schema.find(source).orElseThrow().role());
        }
        return new ColumnSpec(name, type, expression.isList(), expression.unit(), expression.text(), role);
    }

    /** The dataset's columns and the derived ones after them. */
    public Schema schema() {
        return schema;
    }

    /** What is wrong, by the name of the derived column. */
    public Map<String, Problem> problems() {
        return Map.copyOf(problems);
    }

    /** All columns, the dataset's and derived ones, that are needed to have the given ones. */
    public Set<String> needed(Collection<String> names) {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> collect(name, all));
        return all;
    }

    private void collect(String name, Set<String> all) {
        if (all.add(name)) {
            source(name).ifPresent(expression -> expression.columns().forEach(column -> collect(column, all)));
        }
    }

    /** The expression of a derived column. */
    Optional<Expression> source(String name) {
        return Optional.ofNullable(expressions.get(name));
    }

    /** Problems in the order of the analysis file. */
    List<Problem> allProblems() {
        return List.copyOf(problems.values());
    }

    /**
     * Adds derived columns to rows.
     *
     * @param batch rows with the dataset's columns
     * @param needed names of the columns to add, with all that they need; others are not computed
     */
    public Batch apply(Batch batch, Set<String> needed) {
        Batch extended = batch;
        for (Map.Entry<String, Expression> entry : expressions.entrySet()) {
            if (needed.contains(entry.getKey())) {
                Map<String, Column> columns = new HashMap<>(extended.columns());
                columns.put(entry.getKey(), entry.getValue().column(extended));
                extended = new Batch(batch.rows(), columns, batch.source(), batch.firstRow());
            }
        }
        return extended;
    }
}

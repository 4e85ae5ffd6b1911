package org.muonframework.data.format.files;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.expression.ExpressionException;
import org.muonframework.data.expression.Type;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;

/** A file as its sample wants it seen: columns renamed and added, rows selected and weighted. */
final class SampleFile {

    private final Sample sample;
    private final TableFile table;
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Map<String, Expression> computed = new LinkedHashMap<>();
    private final Schema schema;
    private final Optional<Expression> selection;
    private final Optional<Expression> weight;

    SampleFile(Sample sample, TableFile table) {
        this.sample = sample;
        this.table = table;
        SampleSettings settings = sample.settings();
        Schema inFile = table.schema();
        Map<String, ColumnSpec> added = new LinkedHashMap<>();
        new TreeMap<>(settings.columns()).forEach((name, text) -> {
            Optional<ColumnSpec> source = inFile.find(text.strip());
            if (source.isPresent()) {
                renamed.put(name, text.strip());
                added.put(name, named(name, source.get()));
            } else {
                Expression expression = computedColumn("columns." + name, text, inFile);
                if (expression.type() == Type.TEXT) {
                    throw new ConfigurationException(
                            sample.key("columns." + name), "the expression gives text, where a number is expected");
                }
                computed.put(name, expression);
                added.put(name, described(name, expression));
            }
        });
        Set<String> gone = new HashSet<>(renamed.values());
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        for (ColumnSpec column : inFile.columns()) {
            if (!gone.contains(column.name()) && !added.containsKey(column.name())) {
                columns.put(column.name(), column);
            }
        }
        columns.putAll(added);
        schema = Schema.of(List.copyOf(columns.values()));
        selection = settings.selection().map(text -> parse("selection", text, schema));
        selection.filter(expression -> expression.type() != Type.BOOLEAN).ifPresent(expression -> {
            throw new ConfigurationException(
                    sample.key("selection"),
                    "the expression gives " + expression.type().words() + ", where a condition is expected");
        });
        weight = settings.weight().map(text -> parse("weight", text, schema));
        weight.filter(expression -> expression.type() == Type.TEXT).ifPresent(expression -> {
            throw new ConfigurationException(
                    sample.key("weight"), "the expression gives text, where a number is expected");
        });
    }

    Sample sample() {
        return sample;
    }

    TableFile table() {
        return table;
    }

    /** The columns after renaming and adding. */
    Schema schema() {
        return schema;
    }

    Optional<Expression> selection() {
        return selection;
    }

    Optional<Expression> weight() {
        return weight;
    }

    /** The columns of the file itself that some columns of {@link #schema} need. */
    Set<String> sources(Set<String> names) {
        Set<String> sources = new HashSet<>();
        for (String name : names) {
            if (computed.containsKey(name)) {
                sources.addAll(computed.get(name).columns());
            } else {
                sources.add(renamed.getOrDefault(name, name));
            }
        }
        return sources;
    }

    /** The rows of the file with some columns of {@link #schema}. */
    Batch view(Batch batch, Set<String> names) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String name : names) {
            columns.put(
                    name,
                    computed.containsKey(name)
                            ? computed.get(name).column(batch)
                            : batch.column(renamed.getOrDefault(name, name)));
        }
        return new Batch(batch.rows(), columns, batch.source(), batch.firstRow());
    }

    private Expression parse(String key, String text, Schema columns) {
        return understood(key, () -> Expression.parse(text, columns));
    }

    private Expression computedColumn(String key, String text, Schema columns) {
        return understood(key, () -> Expression.parseColumn(text, columns));
    }

    private Expression understood(String key, Supplier<Expression> expression) {
        try {
            return expression.get();
        } catch (ExpressionException e) {
            throw new ConfigurationException(
                    sample.key(key), e.getMessage() + " (in " + table.file().name() + ")");
        }
    }

    private static ColumnSpec described(String name, Expression expression) {
        ColumnType type = expression.type() == Type.BOOLEAN ? ColumnType.BOOLEAN : ColumnType.DOUBLE;
        return new ColumnSpec(name, type, expression.isList(), "", "", ColumnRole.FEATURE);
    }

    private static ColumnSpec named(String name, ColumnSpec column) {
        return new ColumnSpec(
                name, column.type(), column.jagged(), column.unit(), column.description(), ColumnRole.FEATURE);
    }
}

package org.muonframework.data.format.ig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/** All events of a file, with the columns that any of them has. */
final class IgTable implements TableFile {

    private final InputFile file;
    private final List<String> events;
    private final Schema schema;
    private final Map<String, ColumnSpec> columns = new LinkedHashMap<>();

    private IgTable(InputFile file, List<String> events, Schema schema) {
        this.file = file;
        this.events = events;
        this.schema = schema;
        schema.columns().forEach(column -> columns.put(column.name(), column));
    }

    static IgTable open(InputFile file, ReadOptions options) {
        try (IgArchive archive = IgArchive.open(file)) {
            List<String> events = archive.events();
            if (events.isEmpty()) {
                throw new DataException(
                        file.name(), "holds no events: nothing in the archive is in '" + IgArchive.EVENTS + "'");
            }
            Map<String, ColumnSpec> columns = new LinkedHashMap<>();
            Map<String, String> unreadable = new LinkedHashMap<>();
            for (String event : events) {
                archive.look(event, parser -> add(IgLayout.read(parser), columns, unreadable));
            }
            unreadable.keySet().removeAll(columns.keySet());
            if (!unreadable.isEmpty()) {
                options.log().info("{}: left out: {}", file.name(), String.join(", ", unreadable.keySet()));
            }
            return new IgTable(
                    file, events, new Schema(List.copyOf(columns.values()), List.of(), Map.copyOf(unreadable)));
        }
    }

    private static void add(IgLayout layout, Map<String, ColumnSpec> columns, Map<String, String> unreadable) {
        layout.fields().values().stream().flatMap(List::stream).forEach(field -> {
            if (field.readable()) {
                field.specs().forEach(column -> columns.merge(column.name(), column, IgTable::widened));
            } else {
                unreadable.put(field.column(), field.objection());
            }
        });
        for (String association : layout.associations()) {
            for (String side : IgLayout.SIDES) {
                String name = IgField.withoutVersion(association) + side;
                columns.putIfAbsent(name, new ColumnSpec(name, ColumnType.LONG, true, "", "", ColumnRole.FEATURE));
            }
        }
    }

    /** Whole numbers in one event and others in another one are numbers. */
    private static ColumnSpec widened(ColumnSpec one, ColumnSpec other) {
        return one.type() == ColumnType.LONG ? other : one;
    }

    @Override
    public InputFile file() {
        return file;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public BatchReader open(Set<String> names) {
        return new IgReader(file, events, new ArrayList<>(wanted(new LinkedHashSet<>(names), columns)));
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(events.size());
    }
}

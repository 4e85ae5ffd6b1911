package org.muonframework.data.lint;

import java.util.List;
import java.util.regex.Pattern;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/** Finds columns that identify an event by the names that experiments give them. */
final class EventColumns {

    private static final Pattern RUN = Pattern.compile("run_?(no|nr|number)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT = Pattern.compile("(event|evt?)_?(no|nr|number|id)?", Pattern.CASE_INSENSITIVE);

    private EventColumns() {}

    /** Names of run and event columns; empty if there is not one of both: event numbers alone begin anew in each run. */
    static List<String> in(Schema schema) {
        List<String> runs = matching(schema, RUN);
        List<String> events = matching(schema, EVENT);
        return runs.size() == 1 && events.size() == 1 ? List.of(runs.get(0), events.get(0)) : List.of();
    }

    private static List<String> matching(Schema schema, Pattern pattern) {
        return schema.columns().stream()
                .filter(column -> !column.jagged() && column.type() != ColumnType.BOOLEAN)
                .map(ColumnSpec::name)
                .filter(name -> pattern.matcher(name).matches())
                .toList();
    }
}

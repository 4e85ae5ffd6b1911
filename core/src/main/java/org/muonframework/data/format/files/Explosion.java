package org.muonframework.data.format.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;

/**
 * Which lists of events become rows.
 *
 * @param columns the columns of lists that become flat, in the order of the schema; at least one
 * @param index name of the column with the place of a row in its event
 * @param schema the columns of the rows
 */
record Explosion(Set<String> columns, String index, Schema schema) {

    private static final String KEY = "dataset.explode.";

    /**
     * Holds the settings against the columns of the events.
     *
     * @throws ConfigurationException with everything that does not fit
     */
    static Explosion of(ExplodeSettings settings, Schema events) {
        List<Problem> problems = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (String pattern : settings.columns()) {
            List<ColumnSpec> matching = events.columns().stream()
                    .filter(column -> regex(pattern).matcher(column.name()).matches())
                    .toList();
            List<ColumnSpec> lists =
                    matching.stream().filter(ColumnSpec::jagged).toList();
            if (lists.isEmpty()) {
                problems.add(new Problem(KEY + "columns", objection(pattern, !matching.isEmpty(), events)));
            }
            lists.forEach(column -> wanted.add(column.name()));
        }
        if (events.find(settings.index()).isPresent()) {
            problems.add(new Problem(
                    KEY + "index",
                    "there is a column '" + settings.index() + "' already; give another name, such as index = row"));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        Set<String> exploded = new LinkedHashSet<>(events.names());
        exploded.retainAll(wanted);
        List<ColumnSpec> columns = new ArrayList<>();
        events.columns().forEach(column -> columns.add(exploded.contains(column.name()) ? flat(column) : column));
        columns.add(ColumnSpec.of(
                settings.index(), ColumnType.INT, "", "place of the row in its event, from 0", ColumnRole.INDEX));
        return new Explosion(exploded, settings.index(), new Schema(columns, events.classes(), events.unreadable()));
    }

    private static String objection(String pattern, boolean flat, Schema events) {
        if (flat) {
            return "'" + pattern + "' has one value in every event: there is nothing to explode";
        }
        List<String> lists = events.columns().stream()
                .filter(ColumnSpec::jagged)
                .map(ColumnSpec::name)
                .toList();
        return lists.isEmpty()
                ? "no column holds lists: there is nothing to explode"
                : "no column of lists is named '" + pattern + "'." + Suggestions.didYouMean(pattern, lists);
    }

    /** A pattern in which {@code *} stands for any characters. */
    private static Pattern regex(String pattern) {
        return Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
    }

    private static ColumnSpec flat(ColumnSpec column) {
        return ColumnSpec.of(column.name(), column.type(), column.unit(), column.description(), column.role());
    }
}

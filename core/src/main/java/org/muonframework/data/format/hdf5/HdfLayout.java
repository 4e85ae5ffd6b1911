package org.muonframework.data.format.hdf5;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that was found in a file.
 *
 * @param name path of its group or dataset
 * @param rows number of its rows
 * @param columns its columns; at least one
 * @param leftOut what lies beside them but is no column, each with the reason
 */
record HdfLayout(String name, long rows, List<HdfColumn> columns, List<String> leftOut) {

    HdfLayout {
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Makes a table of the columns that have the same number of rows: those of which there are most, then of the largest
     * number of rows.
     *
     * @param columns by number of rows
     * @param leftOut what is no column, with the reason
     */
    static Optional<HdfLayout> of(String name, Map<Long, List<HdfColumn>> columns, List<String> leftOut) {
        Comparator<Map.Entry<Long, List<HdfColumn>>> bySize =
                Comparator.comparingInt(entry -> entry.getValue().size());
        return columns.entrySet().stream()
                .max(bySize.thenComparing(Map.Entry.comparingByKey()))
                .map(chosen -> of(name, chosen.getKey(), columns, leftOut));
    }

    /** Number of values, if each row has one in each column. */
    double size() {
        return (double) rows * columns.size();
    }

    private static HdfLayout of(
            String name, long rows, Map<Long, List<HdfColumn>> columns, List<String> alreadyLeftOut) {
        List<String> leftOut = new ArrayList<>(alreadyLeftOut);
        Map<String, HdfColumn> byName = new LinkedHashMap<>();
        for (HdfColumn column : columns.get(rows)) {
            if (byName.putIfAbsent(column.spec().name(), column) != null) {
                leftOut.add(column.dataset() + " (another column is named '"
                        + column.spec().name() + "')");
            }
        }
        columns.forEach((otherRows, others) -> {
            if (otherRows != rows) {
                others.forEach(column -> leftOut.add(column.dataset() + " (" + otherRows + " rows)"));
            }
        });
        List<HdfColumn> ordered = new ArrayList<>(byName.values());
        ordered.sort(Comparator.comparingInt(HdfColumn::place));
        return new HdfLayout(name, rows, ordered, leftOut);
    }
}

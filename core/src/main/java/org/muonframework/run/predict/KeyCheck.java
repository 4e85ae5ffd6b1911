package org.muonframework.run.predict;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muonframework.data.EventHash;
import org.muonframework.data.KeyKind;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

/** Whether scores can be joined to their input by the event keys; eight bytes are kept for each row. */
final class KeyCheck {

    private static final EventHash HASH = new EventHash(0, "check-keys");

    private final List<ColumnSpec> keys;
    private long[] hashes = new long[1 << 16];
    private int rows;

    /**
     * Of some key columns.
     *
     * @throws ConfigurationException if there are none
     */
    KeyCheck(List<ColumnSpec> keys) {
        if (keys.isEmpty()) {
            throw new ConfigurationException("--check-keys", "there is nothing to check: the input has no event keys");
        }
        this.keys = List.copyOf(keys);
    }

    /** Takes rows of the input. */
    void add(Batch batch) {
        long[] more = hashes(batch);
        int needed = Math.addExact(rows, more.length);
        if (needed > hashes.length) {
            hashes =
                    Arrays.copyOf(hashes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * hashes.length)));
        }
        System.arraycopy(more, 0, hashes, rows, more.length);
        rows = needed;
    }

    /**
     * Whether every event stands in one row.
     *
     * @throws DataException if not, with the number of such rows and two of them
     */
    void requireUnique(String input) {
        long[] sorted = Arrays.copyOf(hashes, rows);
        Arrays.sort(sorted);
        int repeated = 0;
        long example = 0;
        for (int i = 1; i < rows; i++) {
            if (sorted[i] == sorted[i - 1]) {
                example = repeated++ == 0 ? sorted[i] : example;
            }
        }
        if (repeated == 0) {
            return;
        }
        int first = rowOf(example, 0);
        throw new DataException(
                input,
                "the keys " + names() + " do not tell all rows apart: " + repeated + " of " + rows
                        + " rows repeat those of an earlier one, such as row " + (rowOf(example, first + 1) + 1)
                        + " those of row " + (first + 1)
                        + ". A join by these keys would be ambiguous: join by the number of the row, or leave"
                        + " --check-keys out");
    }

    private int rowOf(long hash, int from) {
        int row = from;
        while (hashes[row] != hash) {
            row++;
        }
        return row;
    }

    /**
     * Whether a file that was written has the same keys in the same order.
     *
     * @throws DataException if not, with the first row that differs
     */
    void requireSame(Dataset written, Path file) {
        int row = 0;
        try (BatchReader reader =
                written.open(keys.stream().map(ColumnSpec::name).collect(Collectors.toSet()))) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                for (long hash : hashes(batch.get())) {
                    if (row == rows || hash != hashes[row]) {
                        throw new DataException(
                                file + ": row " + (row + 1),
                                "the keys " + names() + ", read back, are not those of the input");
                    }
                    row++;
                }
            }
        }
        if (row != rows) {
            throw new DataException(file.toString(), "read back, it has " + row + " rows, and the input " + rows);
        }
    }

    private long[] hashes(Batch batch) {
        return HASH.of(keys.stream()
                .map(key -> asNumber(batch.column(key.name()), KeyKind.of(key.type())))
                .toList());
    }

    /** A number that happens to be whole may come back from a text file as an integer. */
    private static Column asNumber(Column column, KeyKind kind) {
        if (kind != KeyKind.NUMBER || column instanceof Column.Texts) {
            return column;
        }
        double[] values = new double[column.size()];
        Arrays.setAll(values, column::doubleAt);
        return new Column.Doubles(values);
    }

    private String names() {
        return keys.stream().map(ColumnSpec::name).collect(Collectors.joining(", ", "[", "]"));
    }
}

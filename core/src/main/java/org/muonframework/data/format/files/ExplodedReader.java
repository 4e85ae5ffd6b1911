package org.muonframework.data.format.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/** Makes rows of the elements of events, batch by batch; a batch of many elements is cut into several. */
final class ExplodedReader implements BatchReader {

    private final BatchReader reader;
    private final Explosion explosion;
    private final Set<String> wanted;
    private Optional<Batch> events = Optional.empty();
    private int[] offsets = {0};
    private int event;
    private int element;
    private String source = "";
    private long rowsOfSource;

    ExplodedReader(BatchReader reader, Explosion explosion, Set<String> wanted) {
        this.reader = reader;
        this.explosion = explosion;
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public Optional<Batch> next() {
        while (element == offsets[offsets.length - 1]) {
            events = reader.next();
            if (events.isEmpty()) {
                return Optional.empty();
            }
            start(events.get());
        }
        return events.map(this::rows);
    }

    @Override
    public void close() {
        reader.close();
    }

    private void start(Batch batch) {
        offsets = lengthsInCommon(batch);
        event = 0;
        element = offsets[0];
        if (!source.equals(batch.source())) {
            source = batch.source();
            rowsOfSource = 0;
        }
    }

    /** The offsets of the first exploded column, once the others are seen to have lists of the same lengths. */
    private int[] lengthsInCommon(Batch batch) {
        List<String> names = explosion.columns().stream()
                .filter(batch.columns()::containsKey)
                .toList();
        String first = names.get(0);
        int[] common = ((Column.Jagged) batch.column(first)).offsets();
        for (String name : names) {
            int[] others = ((Column.Jagged) batch.column(name)).offsets();
            for (int row = 0; row < batch.rows(); row++) {
                int length = common[row + 1] - common[row];
                int other = others[row + 1] - others[row];
                if (length != other) {
                    throw new DataException(
                            batch.source() + ": row " + (batch.firstRow() + row),
                            "'" + first + "' has " + length + (length == 1 ? " element" : " elements") + ", '" + name
                                    + "' has " + other + ": columns that are exploded together need the same length");
                }
            }
        }
        return common;
    }

    private Batch rows(Batch batch) {
        int count = Math.min(TableFile.BATCH_ROWS, offsets[offsets.length - 1] - element);
        int[] eventOfRow = new int[count];
        int[] index = new int[count];
        int begin = element - offsets[0];
        for (int row = 0; row < count; row++, element++) {
            while (offsets[event + 1] <= element) {
                event++;
            }
            eventOfRow[row] = event;
            index[row] = element - offsets[event];
        }
        RowChoice repeated = new RowChoice(eventOfRow);
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String name : wanted) {
            if (name.equals(explosion.index())) {
                columns.put(name, new Column.Ints(index));
            } else if (explosion.columns().contains(name)) {
                Column.Jagged lists = (Column.Jagged) batch.column(name);
                columns.put(
                        name, RowChoice.range(lists.offsets()[0] + begin, count).of(lists.values()));
            } else {
                columns.put(name, repeated.of(batch.column(name)));
            }
        }
        rowsOfSource += count;
        return new Batch(count, columns, source + ", exploded", rowsOfSource - count + 1);
    }
}

package org.muonframework.data.format;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Schema;

/** One file that holds one table; opened as far as its schema. */
public interface TableFile {

    /** The largest number of rows in a batch. */
    int BATCH_ROWS = 65_536;

    /** The file. */
    InputFile file();

    /** The columns, in the order of the file; they have a unit or a role only if the file tells it. */
    Schema schema();

    /**
     * Starts reading; rows come in the order of the file, in batches of at most {@link #BATCH_ROWS}.
     *
     * @param columns names of the columns to read, all of them in {@link #schema()}; others are not touched
     * @throws org.muonframework.spi.problem.DataException if the file is damaged
     */
    BatchReader open(Set<String> columns);

    /**
     * The columns of these names, in their order.
     *
     * @param columns all columns of the file, in whatever way its format knows them
     * @throws IllegalArgumentException if there is none of a name
     */
    default <C> List<C> wanted(Set<String> names, Map<String, C> columns) {
        return names.stream()
                .map(name -> {
                    C column = columns.get(name);
                    if (column == null) {
                        throw new IllegalArgumentException("no column '" + name + "' in " + file().name());
                    }
                    return column;
                })
                .toList();
    }

    /** The number of rows, where it is known without reading them. */
    OptionalLong rows();
}

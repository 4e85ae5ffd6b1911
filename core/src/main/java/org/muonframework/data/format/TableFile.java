package org.muonframework.data.format;

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

    /** The columns, in the order of the file; they have no role, and a unit only if the file tells it. */
    Schema schema();

    /**
     * Starts reading; rows come in the order of the file, in batches of at most {@link #BATCH_ROWS}.
     *
     * @param columns names of the columns to read, all of them in {@link #schema()}; others are not touched
     * @throws org.muonframework.spi.problem.DataException if the file is damaged
     */
    BatchReader open(Set<String> columns);

    /** The number of rows, where it is known without reading them. */
    OptionalLong rows();
}

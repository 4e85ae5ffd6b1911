package org.muonframework.data.format.root.table;

import java.util.List;
import java.util.Map;

/** A table in a ROOT file: a tree or an ntuple. */
public interface RootTable {

    /** Its path in the file: {@code ntuples/events}. */
    String name();

    /** Number of rows. */
    long rows();

    /** The columns that can be read, in the order of the file. */
    List<RootColumn> columns();

    /** The names of branches or fields that cannot be read, each with the reason: {@code unsupported class 'Y'}. */
    Map<String, String> unreadable();

    /**
     * Starts reading some columns; nothing else is touched.
     *
     * @param columns names of {@link #columns}
     * @param firstRow the first row to read, from 0
     * @param lastRow the row after the last one to read, at most {@link #rows}
     * @param blockRows the most rows of a block
     * @param threads how many threads may decompress at a time; the values do not depend on it
     * @throws IllegalArgumentException if there is no such column
     */
    BlockReader open(List<String> columns, long firstRow, long lastRow, int blockRows, int threads);
}

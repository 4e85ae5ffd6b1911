package org.muonframework.data.format;

import java.util.List;

/** A kind of file that can be read. */
public interface TableFormat {

    /** What people call it: {@code Parquet}. */
    String name();

    /** The endings of its files, in small letters, with the dot. */
    List<String> endings();

    /**
     * Whether a file is surely of this format, whatever its ending.
     *
     * @param start the first bytes of the file
     */
    boolean recognises(FileStart start);

    /** Whether a file may hold several tables, told apart by their names. */
    default boolean namesTables() {
        return false;
    }

    /**
     * Opens a file as far as its schema.
     *
     * @throws org.muonframework.spi.problem.DataException if the file is not of this format, or is damaged
     */
    TableFile open(InputFile file, ReadOptions options);
}

package org.muonframework.data.format.npy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.format.npy.NpyColumn.Strand;

/**
 * The columns of one array.
 *
 * @param rows number of rows
 * @param columns its columns; may be none
 * @param leftOut what cannot be read of it, each with the reason
 */
record NpyArray(long rows, List<NpyColumn> columns, List<String> leftOut) {

    private static final int MOST_COLUMNS = 10_000;

    /**
     * Reads the header of an array.
     *
     * @param array its name in the source
     * @param column name of the column of an array of one dimension
     * @param prefix before the number of a column of an array of two dimensions
     * @throws IllegalArgumentException if it is damaged, or holds Python objects
     */
    static NpyArray read(NpySource source, String array, String column, String prefix) throws IOException {
        NpyHeader header;
        try (InputStream in = source.open(array)) {
            header = NpyHeader.read(in);
        }
        NpyType type = NpyType.of(header.type());
        List<String> leftOut = new ArrayList<>();
        type.leftOut().forEach(field -> leftOut.add((column + " " + field).strip()));
        long there = source.size(array) - header.length();
        if (!fits(header, type, there)) {
            throw new IllegalArgumentException("is cut off: only " + there + " bytes are there for " + header.shape()
                    + " values of " + type.size() + " bytes");
        }
        int rank = header.shape().size();
        boolean records = header.type() instanceof List;
        if (type.size() == 0
                || type.fields().isEmpty()
                || rank > 2
                || (rank == 2 && (records || header.shape().get(1) > MOST_COLUMNS))) {
            leftOut.add(column + " (" + header.shape() + " of " + header.type() + ")");
            return new NpyArray(header.rows(), List.of(), leftOut);
        }
        List<NpyColumn> columns = new ArrayList<>();
        if (rank == 2) {
            addColumns(columns, header, type, array, prefix);
        } else {
            Strand strand = new Strand(array, header.length(), type.size());
            type.fields()
                    .forEach(field -> columns.add(NpyColumn.of(records ? field.name() : column, strand, field.cell())));
        }
        return new NpyArray(header.rows(), List.copyOf(columns), leftOut);
    }

    private static boolean fits(NpyHeader header, NpyType type, long bytes) {
        long left = type.size() == 0 ? 0 : bytes / type.size();
        boolean empty = header.shape().contains(0L) || type.size() == 0;
        for (long length : header.shape()) {
            left = length == 0 ? left : left / length;
        }
        return empty || left > 0;
    }

    private static void addColumns(
            List<NpyColumn> columns, NpyHeader header, NpyType type, String array, String prefix) {
        int count = Math.toIntExact(header.shape().get(1));
        for (int i = 0; i < count; i++) {
            Strand strand = header.columnMajor()
                    ? new Strand(array, header.length() + i * header.rows() * type.size(), type.size())
                    : new Strand(array, header.length(), Math.multiplyExact(count, type.size()));
            int offset = header.columnMajor() ? 0 : i * type.size();
            columns.add(
                    NpyColumn.of(prefix + i, strand, type.fields().get(0).cell().after(offset)));
        }
    }
}

package org.muonframework.data.format.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.duckdb.DuckDBConnection;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/**
 * Compares pages with the checksums that their headers may carry (Parquet format specification, {@code PageHeader.crc}),
 * which DuckDB does not do. Files without checksums cost one header a column chunk.
 */
final class PageChecksums {

    private static final int HEADER = 1 << 16;

    private PageChecksums() {}

    /**
     * Verifies the pages of some columns.
     *
     * @throws DataException if a page is not what was written
     */
    static void verify(DuckDBConnection connection, InputFile file, List<ParquetColumn> columns) throws SQLException {
        Set<String> wanted = new HashSet<>();
        columns.forEach(column -> wanted.add(column.spec().name()));
        String query = "SELECT path_in_schema, least(data_page_offset, CASE WHEN dictionary_page_offset > 0"
                + " THEN dictionary_page_offset END), total_compressed_size FROM parquet_metadata("
                + ParquetTable.path(file) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet chunks = statement.executeQuery(query);
                FileChannel channel = FileChannel.open(file.path())) {
            while (chunks.next()) {
                String column = chunks.getString(1).split(", ", 2)[0].strip();
                if (wanted.contains(column)) {
                    verify(channel, chunks.getLong(2), chunks.getLong(3), column, file);
                }
            }
        } catch (IOException e) {
            throw new DataException(file.name(), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static void verify(FileChannel channel, long start, long size, String column, InputFile file)
            throws IOException {
        long end = start + size;
        long position = start;
        while (position < end) {
            PageHeader header = PageHeader.parse(read(channel, position, (int) Math.min(HEADER, end - position)));
            if (header.checksum().isEmpty()) {
                return;
            }
            position += header.length();
            ByteBuffer page = read(channel, position, header.pageSize());
            CRC32 crc = new CRC32();
            crc.update(page);
            if ((int) crc.getValue() != header.checksum().getAsInt()) {
                throw new DataException(
                        file.name(),
                        "column '" + column + "' is damaged: the page at byte " + position
                                + " does not have the checksum that was written with it");
            }
            position += header.pageSize();
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        if (position < 0 || length < 0 || position + length > channel.size()) {
            throw new IOException("a page is said to lie outside of the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
            continue;
        }
        return bytes.flip();
    }
}

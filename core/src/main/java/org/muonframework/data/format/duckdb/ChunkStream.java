package org.muonframework.data.format.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/**
 * The result of a query, chunk by chunk as DuckDB makes it.
 *
 * <p>A failure in the middle of a query looks like its end in this interface of DuckDB: who reads compares the number
 * of rows with what it has to be.
 */
public final class ChunkStream implements AutoCloseable {

    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private DuckDBDataChunkReader chunk;
    private int position;
    private int rows;

    /** Starts a query. */
    public ChunkStream(DuckDBConnection connection, String query) throws SQLException {
        statement = connection.prepare(query);
        result = statement.query();
    }

    /**
     * Appends the next rows to buffers, one a column of the result.
     *
     * @return how many there were; fewer than asked for only at the end
     */
    public int read(ColumnBuffer[] buffers, int most) {
        int done = 0;
        while (done < most && (position < rows || advance())) {
            int count = Math.min(most - done, rows - position);
            for (int i = 0; i < buffers.length; i++) {
                buffers[i].append(chunk.vector(i), position, count);
            }
            position += count;
            done += count;
        }
        return done;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            result.close();
        }
    }

    private boolean advance() {
        position = 0;
        rows = 0;
        while (rows == 0) {
            if (!result.nextChunk()) {
                return false;
            }
            chunk = result.chunk();
            rows = (int) chunk.rowCount();
        }
        return true;
    }
}

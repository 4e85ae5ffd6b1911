package org.muonframework.run.compare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.muonframework.data.format.duckdb.ChunkStream;
import org.muonframework.data.format.duckdb.ColumnBuffer;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

/**
 * Rows that two models scored.
 *
 * @param labels the class of each row
 * @param weights its weight in the first file
 * @param reweighted how many rows have another weight in the second
 * @param first the score of the first model
 * @param second the score of the second model
 */
record ScoreRows(int[] labels, double[] weights, long reweighted, float[] first, float[] second) {

    private static final int THREADS = 2;

    int size() {
        return labels.length;
    }

    /** One class against the rest, by the scores of the first model. */
    OneAgainstRest ofFirst(int label, String name) {
        return against(first, label, name);
    }

    /** The same by the scores of the second model. */
    OneAgainstRest ofSecond(int label, String name) {
        return against(second, label, name);
    }

    private OneAgainstRest against(float[] values, int label, String name) {
        double[] scores = new double[size()];
        boolean[] members = new boolean[size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = values[i];
            members[i] = labels[i] == label;
        }
        return new OneAgainstRest(name, scores, members, weights);
    }

    /** How many rows a file has. */
    static long count(ScoreFile file) {
        try (DuckDBConnection connection = DuckDatabase.open(THREADS, Optional.empty());
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + file.query())) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw unreadable(file.path().toString(), e);
        }
    }

    /** All rows of one file: two of its models, or one of them twice. */
    static ScoreRows ofFile(ScoreFile one, ScoreFile other) {
        return read(
                "SELECT CAST(label AS INTEGER), \"#weight\", false AS reweighted, \"#score\", CAST("
                        + DuckDatabase.identifier(other.scores()) + " AS FLOAT) FROM " + one.query()
                        + " ORDER BY \"#row\"",
                one,
                other);
    }

    /**
     * The rows of two files that have the same event keys and class. Where several of a file have the same, the first
     * is the first of the other, and so on.
     *
     * @param keys names of the columns that identify an event in both files; with none the n-th row of a class in the
     *     one is the n-th in the other
     */
    static ScoreRows common(ScoreFile one, ScoreFile other, Collection<String> keys) {
        String by = Stream.concat(keys.stream(), Stream.of("label"))
                .map(DuckDatabase::identifier)
                .collect(Collectors.joining(", "));
        return read(
                "SELECT CAST(label AS INTEGER), a.\"#weight\", a.\"#weight\" IS DISTINCT FROM b.\"#weight\" AS"
                        + " reweighted, a.\"#score\", b.\"#score\" FROM " + numbered(one, by) + " a JOIN "
                        + numbered(other, by) + " b USING (" + by + ", \"#nth\") ORDER BY a.\"#row\"",
                one,
                other);
    }

    private static String numbered(ScoreFile file, String by) {
        return "(SELECT " + by + ", \"#weight\", \"#score\", \"#row\", row_number() OVER (PARTITION BY " + by
                + " ORDER BY \"#row\") AS \"#nth\" FROM " + file.query() + ")";
    }

    /** Makes a table of the query before it is read: in a stream, a failure would look like the end. */
    private static ScoreRows read(String query, ScoreFile one, ScoreFile other) {
        try (DuckDBConnection connection = DuckDatabase.open(THREADS, Optional.empty());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE chosen AS " + query);
            int rows;
            long reweighted;
            try (ResultSet counts = statement.executeQuery("SELECT count(*), count_if(reweighted) FROM chosen")) {
                counts.next();
                rows = Math.toIntExact(counts.getLong(1));
                reweighted = counts.getLong(2);
            }
            ColumnBuffer[] buffers = {
                ColumnBuffer.of(ColumnType.INT, rows),
                ColumnBuffer.of(ColumnType.DOUBLE, rows),
                ColumnBuffer.of(ColumnType.BOOLEAN, rows),
                ColumnBuffer.of(ColumnType.FLOAT, rows),
                ColumnBuffer.of(ColumnType.FLOAT, rows)
            };
            try (ChunkStream stream = new ChunkStream(connection, "SELECT * FROM chosen")) {
                stream.read(buffers, rows);
            }
            return new ScoreRows(
                    ((Column.Ints) buffers[0].take()).values(),
                    ((Column.Doubles) buffers[1].take()).values(),
                    reweighted,
                    ((Column.Floats) buffers[3].take()).values(),
                    ((Column.Floats) buffers[4].take()).values());
        } catch (SQLException e) {
            throw unreadable(one.path() + ", " + other.path(), e);
        }
    }

    private static DataException unreadable(String files, SQLException cause) {
        return new DataException(files, "cannot be read: " + DuckDatabase.reason(cause), cause);
    }
}

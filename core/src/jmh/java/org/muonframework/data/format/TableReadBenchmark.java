package org.muonframework.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.muonframework.data.format.duckdb.ChunkStream;
import org.muonframework.data.format.duckdb.ColumnBuffer;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.files.Formats;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.LoggerFactory;

/**
 * Reading a table of 2 million rows, 10 real and 2 whole numbers each, from opening the file to its last value, against
 * DuckDB alone: once handing all values over to Java, once summing them up itself. DuckDB alone is told the types.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class TableReadBenchmark {

    private static final int ROWS = 2_000_000;
    private static final int BATCH = 50_000;
    private static final int REALS = 10;
    private static final List<ColumnSpec> COLUMNS = Stream.concat(
                    IntStream.range(0, REALS).mapToObj(i -> ColumnSpec.of("x" + i, ColumnType.DOUBLE)),
                    Stream.of(ColumnSpec.of("run", ColumnType.LONG), ColumnSpec.of("event", ColumnType.LONG)))
            .toList();

    /** The ending of the file. */
    @Param({"csv", "parquet"})
    public String format;

    /** Number of threads that DuckDB may use. */
    @Param("2")
    public int threads;

    private Path folder;
    private Path file;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("benchmark");
        file = folder.resolve("table." + format);
        SplittableRandom random = new SplittableRandom(1);
        try (TableWriter writer = TableWriters.open(file, Schema.of(COLUMNS))) {
            for (int first = 0; first < ROWS; first += BATCH) {
                Map<String, Column> columns = new HashMap<>();
                for (int i = 0; i < REALS; i++) {
                    columns.put(
                            "x" + i,
                            new Column.Doubles(random.doubles(BATCH, 0, 100).toArray()));
                }
                long[] run = new long[BATCH];
                Arrays.fill(run, 190_000 + first / BATCH);
                columns.put("run", new Column.Longs(run));
                columns.put(
                        "event",
                        new Column.Longs(
                                random.longs(BATCH, 0, 2_000_000_000L).toArray()));
                writer.write(new Batch(BATCH, columns, "benchmark", first + 1));
            }
            writer.commit();
        }
    }

    /** Removes the file. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.delete(file);
        Files.delete(folder);
    }

    /** The framework: opens the file, finds names and types, reads all columns. */
    @Benchmark
    public double framework() {
        ReadOptions options = new ReadOptions(
                Optional.empty(), Optional.empty(), threads, LoggerFactory.getLogger(TableReadBenchmark.class));
        TableFile table = Formats.open(InputFile.of(file), options);
        double sum = 0;
        try (BatchReader reader = table.open(new LinkedHashSet<>(table.schema().names()))) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                for (Column column : batch.get().columns().values()) {
                    sum += column.doubleAt(column.size() - 1);
                }
            }
        }
        return sum;
    }

    /** DuckDB alone, which hands all values over to Java. */
    @Benchmark
    public double duckdbValues() throws SQLException {
        ColumnBuffer[] buffers = COLUMNS.stream()
                .map(column -> ColumnBuffer.of(column.type(), TableFile.BATCH_ROWS))
                .toArray(ColumnBuffer[]::new);
        double sum = 0;
        try (DuckDBConnection connection = DuckDatabase.open(threads, Optional.empty());
                ChunkStream stream = new ChunkStream(connection, "SELECT " + each("%s") + from())) {
            while (stream.read(buffers, TableFile.BATCH_ROWS) > 0) {
                for (ColumnBuffer buffer : buffers) {
                    Column column = buffer.take();
                    sum += column.doubleAt(column.size() - 1);
                }
            }
        }
        return sum;
    }

    /** DuckDB alone, which keeps all values to itself and gives a sum a column. */
    @Benchmark
    public double duckdbSum() throws SQLException {
        try (DuckDBConnection connection = DuckDatabase.open(threads, Optional.empty());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + each("sum(%s)") + from())) {
            result.next();
            return result.getDouble(1);
        }
    }

    private String from() {
        String path = DuckDatabase.path(file);
        return format.equals("parquet")
                ? " FROM read_parquet(" + path + ")"
                : " FROM read_csv(" + path + ", columns = {"
                        + COLUMNS.stream()
                                .map(column -> "'" + column.name() + "': '" + DuckDatabase.type(column.type()) + "'")
                                .collect(Collectors.joining(", "))
                        + "}, delim = ',', header = true, auto_detect = false)";
    }

    private static String each(String words) {
        return COLUMNS.stream().map(column -> words.formatted(column.name())).collect(Collectors.joining(", "));
    }
}

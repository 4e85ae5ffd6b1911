package org.muonframework.data.format.root;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.codec.Blocks;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;
import org.muonframework.data.format.root.write.RootFileWriter;
import org.muonframework.data.format.root.write.TreeWriter;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading a flat tree of 2 million rows of 20 numbers of 64 bits, 320 MB when decompressed, against the codec alone that
 * decompresses the same baskets and hands their bytes to nobody: the limit. Values have the digits of measured momenta,
 * so that they compress about as well.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class RootReadBenchmark {

    private static final int ROWS = 2_000_000;
    private static final int BLOCK = 50_000;
    private static final int COLUMNS = 20;
    private static final int FIRST_RECORD = 100;
    private static final int LONGEST_KEY = 512;
    private static final List<RootColumn> SCHEMA = IntStream.range(0, COLUMNS)
            .mapToObj(i -> new RootColumn("x" + i, ValueType.FLOAT64, 0, ""))
            .toList();

    /** How the file is compressed. */
    @Param({"ZLIB", "LZ4", "ZSTD"})
    public Compression compression;

    /** Number of threads. */
    @Param({"1", "2"})
    public int threads;

    private Path folder;
    private Path path;
    private final List<byte[]> records = new ArrayList<>();
    private final List<RootKey> keys = new ArrayList<>();

    /** Writes the file, and takes its baskets into memory for the codec alone. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("benchmark");
        path = folder.resolve("tree.root");
        SplittableRandom random = new SplittableRandom(1);
        try (RootFileWriter file = RootFileWriter.create(path, "tree.root", compression);
                TreeWriter tree = file.tree("events", "", SCHEMA, 2)) {
            for (int first = 0; first < ROWS; first += BLOCK) {
                Map<String, Values> columns = new HashMap<>();
                for (RootColumn column : SCHEMA) {
                    double[] values = random.doubles(BLOCK, -60_000, 60_000).toArray();
                    for (int i = 0; i < BLOCK; i++) {
                        values[i] = Math.rint(values[i]) * 1e-3;
                    }
                    columns.put(column.name(), new Values.Doubles(values));
                }
                tree.write(new Block(first, BLOCK, columns));
            }
            tree.finish();
            file.finish();
        }
        takeBaskets();
    }

    private void takeBaskets() {
        try (RootFile file = RootFile.open(path)) {
            RootKey tree = file.find("events").orElseThrow();
            long position = FIRST_RECORD;
            while (position < tree.position()) {
                byte[] start = file.source().read(position, LONGEST_KEY, "a record");
                RootKey key = RootKey.read(Bytes.of(start, file.name(), "a record"));
                if (key.className().equals("TBasket")) {
                    keys.add(key);
                    records.add(file.source().read(position, key.bytes(), "a basket"));
                }
                position += key.bytes();
            }
        }
    }

    /** Removes the file. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.delete(path);
        Files.delete(folder);
    }

    /** The reader: opens the file and gives all values as arrays of doubles. */
    @Benchmark
    public void reader(Blackhole sink) {
        try (RootFile file = RootFile.open(path)) {
            RootTable table = RootTables.open(file, "events");
            List<String> names = table.columns().stream().map(RootColumn::name).toList();
            try (BlockReader reader = table.open(names, 0, table.rows(), BLOCK, threads)) {
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    sink.consume(block.get());
                }
            }
        }
    }

    /** The codec alone, on baskets that are in memory already. */
    @Benchmark
    public void codec(Blackhole sink) throws InterruptedException {
        Thread[] workers = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            int first = t;
            workers[t] = new Thread(() -> {
                for (int i = first; i < records.size(); i += threads) {
                    RootKey key = keys.get(i);
                    sink.consume(Blocks.decompress(
                            records.get(i),
                            key.keyLength(),
                            key.bytes() - key.keyLength(),
                            key.objectLength(),
                            "benchmark",
                            "a basket"));
                }
            });
            workers[t].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }
}

package org.muonframework.spi.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

/**
 * A simulated dataset made of blocks of rows, each from its own stream of random numbers: the rows depend on the seed and
 * never on the number of threads. Blocks are simulated in parallel, and no more of them ahead of the reader than there
 * are threads.
 */
public final class BlockDataset implements Dataset {

    /** Rows in a block unless the simulation wants another size. */
    public static final int BLOCK = 4096;

    private final String name;
    private final Schema schema;
    private final long rows;
    private final int block;
    private final Simulation simulation;
    private final Context context;

    /** Simulates consecutive rows; called by several threads at a time. */
    @FunctionalInterface
    public interface Simulation {

        /**
         * Simulates one block. The random numbers drawn must not depend on {@code columns}: a column has the same
         * values whichever others are asked for.
         *
         * @param firstRow number of its first row, from 0
         * @param rows number of rows, the same in all blocks but the last
         * @param columns names of the columns wanted; what only others need may be left out
         * @param random the stream of this block
         * @return at least the columns wanted, by name
         */
        Map<String, Column> simulate(long firstRow, int rows, Set<String> columns, RandomGenerator random);
    }

    /**
     * Describes the dataset in blocks of {@link #BLOCK} rows; simulates nothing yet.
     *
     * @param name name of the simulation: for messages, and the purpose of its random streams
     * @param schema columns that {@code simulation} gives
     * @param rows number of rows of the dataset
     * @param simulation makes the rows
     * @param context the seed and the number of threads
     */
    public BlockDataset(String name, Schema schema, long rows, Simulation simulation, Context context) {
        this(name, schema, rows, BLOCK, simulation, context);
    }

    /**
     * Describes the dataset in blocks of a size of its own: fewer rows where each is large, for as many blocks as there
     * are threads, and two more, are held in memory; a multiple of the rows of an event where these belong together, for
     * each block is simulated alone. Another size makes another sample.
     *
     * @param block number of rows of all blocks but the last, at least 1
     * @see #BlockDataset(String, Schema, long, Simulation, Context)
     */
    public BlockDataset(String name, Schema schema, long rows, int block, Simulation simulation, Context context) {
        if (block < 1) {
            throw new IllegalArgumentException("a block of " + block + " rows");
        }
        this.name = name;
        this.schema = schema;
        this.rows = rows;
        this.block = block;
        this.simulation = simulation;
        this.context = context;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(rows);
    }

    @Override
    public BatchReader open(Set<String> columns) {
        for (String column : columns) {
            if (schema.find(column).isEmpty()) {
                throw new IllegalArgumentException(name + " has no column '" + column + "'");
            }
        }
        long blocks = (rows + block - 1) / block;
        return new BlockReader(blocks, index -> batch(index, columns), name, context.threads());
    }

    private Batch batch(long index, Set<String> columns) {
        long firstRow = index * block;
        int size = (int) Math.min(block, rows - firstRow);
        Map<String, Column> simulated =
                simulation.simulate(firstRow, size, columns, context.random().stream(name, index));
        Map<String, Column> wanted = new HashMap<>();
        for (String column : columns) {
            if (!simulated.containsKey(column)) {
                throw new IllegalStateException(
                        name + " says that it has a column '" + column + "' and did not make it");
            }
            wanted.put(column, simulated.get(column));
        }
        return new Batch(size, wanted, name, firstRow + 1);
    }
}

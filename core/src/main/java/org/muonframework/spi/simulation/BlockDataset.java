package org.muonframework.spi.simulation;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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

    /** Rows in a block; changing it changes every simulated sample. */
    public static final int BLOCK = 4096;

    private final String name;
    private final Schema schema;
    private final long rows;
    private final Simulation simulation;
    private final Context context;

    /** Simulates consecutive rows; called by several threads at a time. */
    @FunctionalInterface
    public interface Simulation {

        /**
         * Simulates one block.
         *
         * @param firstRow number of its first row, from 0
         * @param rows number of rows, {@link #BLOCK} in all blocks but the last
         * @param random the stream of this block
         * @return all columns of the schema, by name
         */
        Map<String, Column> simulate(long firstRow, int rows, RandomGenerator random);
    }

    /**
     * Describes the dataset; simulates nothing yet.
     *
     * @param name name of the simulation: for messages, and the purpose of its random streams
     * @param schema columns that {@code simulation} gives
     * @param rows number of rows of the dataset
     * @param simulation makes the rows
     * @param context the seed and the number of threads
     */
    public BlockDataset(String name, Schema schema, long rows, Simulation simulation, Context context) {
        this.name = name;
        this.schema = schema;
        this.rows = rows;
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
        long blocks = (rows + BLOCK - 1) / BLOCK;
        return new BlockReader(blocks, block -> batch(block, columns), name, context.threads());
    }

    private Batch batch(long block, Set<String> columns) {
        long firstRow = block * BLOCK;
        int size = (int) Math.min(BLOCK, rows - firstRow);
        Map<String, Column> simulated = simulation.simulate(firstRow, size, context.random().stream(name, block));
        Map<String, Column> wanted = columns.stream().collect(Collectors.toMap(column -> column, simulated::get));
        return new Batch(size, wanted, name, firstRow + 1);
    }
}

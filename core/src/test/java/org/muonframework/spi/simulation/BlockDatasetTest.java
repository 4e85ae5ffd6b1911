package org.muonframework.spi.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

class BlockDatasetTest {

    private static final Schema SCHEMA =
            Schema.of(List.of(ColumnSpec.of("row", ColumnType.LONG), ColumnSpec.of("value", ColumnType.DOUBLE)));

    private final AtomicInteger simulated = new AtomicInteger();

    @Test
    void blocksComeInOrderAndTheLastOneIsShort() {
        try (BatchReader reader = dataset(2L * BlockDataset.BLOCK + 5, 3).open(Set.of("row"))) {
            assertThat(reader.next().orElseThrow().firstRow()).isEqualTo(1);
            Batch second = reader.next().orElseThrow();
            assertThat(second.firstRow()).isEqualTo(BlockDataset.BLOCK + 1L);
            assertThat(second.source()).isEqualTo("counting");
            assertThat(second.column("row").longAt(0)).isEqualTo(BlockDataset.BLOCK);
            assertThat(second.columns()).containsOnlyKeys("row");
            assertThat(reader.next().orElseThrow().rows()).isEqualTo(5);
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    @DisplayName("a slow reader does not fill the memory: at most one block more than threads is under way")
    void bounded() throws InterruptedException {
        try (BatchReader reader = dataset(1000L * BlockDataset.BLOCK, 2).open(Set.of("row"))) {
            reader.next();
            Thread.sleep(200);
            assertThat(simulated.get()).isBetween(1, 3);
            reader.next();
            Thread.sleep(200);
            assertThat(simulated.get()).isBetween(2, 4);
        }
    }

    @Test
    void aFailureKeepsItsOwnMessage() {
        BlockDataset failing = new BlockDataset(
                "failing",
                SCHEMA,
                10,
                (firstRow, rows, columns, random) -> {
                    throw new DataException("no such physics");
                },
                Context.standalone(1, 1));
        try (BatchReader reader = failing.open(Set.of("row"))) {
            assertThatThrownBy(reader::next).isInstanceOf(DataException.class).hasMessage("no such physics");
        }
    }

    @Test
    @DisplayName("a simulation learns which columns are wanted; one that it forgets is named")
    void wantedColumns() {
        List<Set<String>> wanted = new ArrayList<>();
        BlockDataset forgetful = new BlockDataset(
                "forgetful",
                SCHEMA,
                10,
                (firstRow, rows, columns, random) -> {
                    wanted.add(columns);
                    return Map.of("row", new Column.Longs(new long[rows]));
                },
                Context.standalone(1, 1));
        try (BatchReader reader = forgetful.open(Set.of("row"))) {
            assertThat(reader.next().orElseThrow().columns()).containsOnlyKeys("row");
        }
        try (BatchReader reader = forgetful.open(Set.of("row", "value"))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("forgetful says that it has a column 'value' and did not make it");
        }
        assertThat(wanted).containsExactly(Set.of("row"), Set.of("row", "value"));
    }

    @Test
    @DisplayName("a simulation of large rows asks for smaller blocks")
    void blockSize() {
        try (BatchReader reader = dataset(10, 4, 2).open(Set.of("row"))) {
            assertThat(reader.next().orElseThrow().rows()).isEqualTo(4);
            Batch second = reader.next().orElseThrow();
            assertThat(second.firstRow()).isEqualTo(5);
            assertThat(second.column("row").longAt(0)).isEqualTo(4);
            assertThat(reader.next().orElseThrow().rows()).isEqualTo(2);
            assertThat(reader.next()).isEmpty();
        }
        assertThatThrownBy(() -> dataset(10, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aColumnThatIsNotThereIsRefusedAtOnce() {
        assertThatThrownBy(() -> dataset(10, 1).open(Set.of("mass")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("counting has no column 'mass'");
    }

    @Test
    void aReaderMayBeClosedBeforeTheEndAndTheDatasetReadAgain() {
        BlockDataset dataset = dataset(100L * BlockDataset.BLOCK, 2);
        double first;
        try (BatchReader reader = dataset.open(Set.of("value"))) {
            first = reader.next().orElseThrow().column("value").doubleAt(0);
        }
        try (BatchReader reader = dataset.open(Set.of("value"))) {
            assertThat(reader.next().orElseThrow().column("value").doubleAt(0)).isEqualTo(first);
        }
    }

    private BlockDataset dataset(long rows, int threads) {
        return dataset(rows, BlockDataset.BLOCK, threads);
    }

    private BlockDataset dataset(long rows, int block, int threads) {
        return new BlockDataset(
                "counting",
                SCHEMA,
                rows,
                block,
                (firstRow, size, columns, random) -> {
                    simulated.incrementAndGet();
                    long[] row = new long[size];
                    double[] value = new double[size];
                    for (int i = 0; i < size; i++) {
                        row[i] = firstRow + i;
                        value[i] = random.nextDouble();
                    }
                    return Map.of("row", new Column.Longs(row), "value", new Column.Doubles(value));
                },
                Context.standalone(5, threads));
    }
}

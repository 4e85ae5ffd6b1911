package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.problem.DataException;

class MemoryLimitTest {

    private final double[] numbers = IntStream.range(0, 5000).asDoubleStream().toArray();
    private final ColumnsDataset data = new ColumnsDataset()
            .with("event", ColumnRole.KEY, numbers)
            .with("pt", numbers)
            .with("t", numbers);

    private Preparation preparation(String selection) {
        return Preparation.of(
                data, new Plans().classes().targets("t").selection(selection).plan());
    }

    @Test
    void aReadingStopsAsSoonAsTheSelectedRowsOutgrowTheLimit() {
        Preparation preparation = preparation("pt >= 0");
        MemoryLimit limit = new MemoryLimit(2500 * preparation.bytesPerRow(), "analysis.conf:7");
        List<Long> read = new ArrayList<>();

        assertThatThrownBy(() -> preparation.prepare(1, limit, rows -> {}, read::add))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("memory-limit")
                .hasMessageContaining("first 3,000 selected rows")
                .hasMessageContaining("analysis.conf:7")
                .hasMessageContaining("FRAMEWORK_JAVA_OPTS=-Xmx");
        assertThat(read).containsExactly(1000L, 2000L);
    }

    @Test
    void onlySelectedRowsCount() {
        Preparation preparation = preparation("pt < 2000");
        MemoryLimit limit = new MemoryLimit(2500 * preparation.bytesPerRow(), "memory-limit");

        assertThat(preparation
                        .prepare(1, limit, rows -> {}, rows -> {})
                        .steps()
                        .get(1)
                        .rows())
                .isEqualTo(2000);
    }

    @Test
    void withoutAKeyHalfOfTheHeapIsAllowed() {
        assertThat(MemoryLimit.ofHeap().bytes()).isEqualTo(Runtime.getRuntime().maxMemory() / 2);
    }

    @Test
    void sizesAreWrittenForPeople() {
        assertThat(MemoryLimit.text(3L << 20)).isEqualTo("3.0 MiB");
        assertThat(MemoryLimit.text(3L << 29)).isEqualTo("1.5 GiB");
    }
}

package org.muonframework.data.format.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;
import org.slf4j.LoggerFactory;

/** What is said of files that are read as one table and are not all alike. */
class ChainTest {

    @TempDir
    private Path directory;

    private ListAppender<ILoggingEvent> told;

    @BeforeEach
    void listen() {
        told = new ListAppender<>();
        told.start();
    }

    @Test
    void columnsThatAreMissingInTheSameFilesAreNamedTogether() throws IOException {
        write("a.csv", "run,pt,eta\n1,5,0.1\n");
        write("b.csv", "run,phi\n1,0.5\n");

        Dataset dataset = create("a.csv", "b.csv");

        assertThat(dataset.schema().names()).containsExactly("run");
        assertThat(told())
                .containsExactly(
                        "columns 'pt', 'eta': left out, missing in b.csv", "column 'phi': left out, missing in a.csv");
        assertThatThrownBy(() -> dataset.open(Set.of("eta")))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'eta' cannot be read: it is missing in b.csv");
    }

    @Test
    void columnsOfDifferentKindsAreNamedWithTheirKinds() throws IOException {
        write("a.csv", "run,n,name\n1,1,x\n");
        write("b.csv", "run,n,name\n1,1.5,7\n");

        Dataset dataset = create("a.csv", "b.csv");

        assertThat(dataset.schema().columns())
                .containsExactly(
                        ColumnSpec.of("run", ColumnType.LONG).as(ColumnRole.KEY),
                        ColumnSpec.of("n", ColumnType.DOUBLE));
        assertThat(told())
                .containsExactly(
                        "column 'n': read as DOUBLE, DOUBLE in b.csv and LONG in a.csv",
                        "column 'name': left out, LONG in b.csv and TEXT in a.csv");
        assertThatThrownBy(() -> dataset.open(Set.of("name")))
                .hasMessage("column 'name' cannot be read: it is LONG in b.csv and TEXT in a.csv");
        assertThat(Tables.read(dataset.open(Set.of("n")))).containsEntry("n", List.of(1.0, 1.5));
    }

    @Test
    void listsAndNumbersAreDifferentKinds() {
        writeParquet("a.parquet", new Column.Ints(new int[] {1}), false);
        writeParquet("b.parquet", new Column.Jagged(new int[] {0, 1}, new Column.Ints(new int[] {1})), true);

        assertThatThrownBy(() -> create("a.parquet", "b.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessage("the files have no column in common: a.parquet has 'x'; b.parquet has 'x'"
                        + " (column 'x': left out, INT in a.parquet and lists of INT in b.parquet)");
    }

    @Test
    void filesWithoutACommonColumnAreNoChain() throws IOException {
        write("a.csv", "x,y\n1,2\n");
        write("b.csv", "z\n1\n");

        assertThatThrownBy(() -> create("*.csv"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the files have no column in common: a.csv has 'x', 'y'; b.csv has 'z'");
    }

    @Test
    void manyFilesDoNotGiveManyLines() throws IOException {
        for (int i = 1; i <= 12; i++) {
            write("part" + i + ".csv", i == 5 ? "run,pt,eta\n1,2,3\n" : "run,pt\n1,2\n");
        }

        Dataset dataset = create("*.csv");

        assertThat(told())
                .containsExactly(
                        "column 'eta': left out, missing in 11 of 12 files: part1.csv, part2.csv," + " part3.csv, …");
        assertThatThrownBy(() -> dataset.open(Set.of("eta")))
                .hasMessage(
                        "column 'eta' cannot be read: it is missing in 11 of 12 files: part1.csv, part2.csv, part3.csv, …");
    }

    @Test
    void filesThatAreAlikeAreNoNews() throws IOException {
        write("a.csv", "run,pt\n1,2\n");
        write("b.csv", "run,pt\n");
        write("c.csv", "run,pt\n1,3\n");

        assertThat(create("*.csv").rows()).hasValue(2);
        assertThat(told()).isEmpty();
    }

    @Test
    void numbersInNamesAreOrderedByTheirValue() throws IOException {
        Files.createDirectories(directory.resolve("run10"));
        Files.createDirectories(directory.resolve("run9"));
        List<String> names = List.of("run9/f1.csv", "run9/f2.csv", "run9/f02b.csv", "run9/f10.csv", "run10/f1.csv");
        for (String name : names) {
            write(name, "x\n1\n");
        }

        assertThat(create("*/*.csv").files())
                .extracting(path -> directory.relativize(path).toString())
                .containsExactlyElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "f1", "f01", "f1a", "f2", "f10", "f10/a", "g", "9", "10", "007"})
    void theOrderOfNamesIsTotal(String name) {
        NaturalOrder order = new NaturalOrder();
        List<String> others = List.of("", "f", "f1", "f01", "f1a", "f2", "f10", "f10/a", "g", "9", "10", "007");
        for (String other : others) {
            assertThat(order.compare(name, other) == 0).isEqualTo(name.equals(other));
            assertThat(Integer.signum(order.compare(name, other)))
                    .isEqualTo(-Integer.signum(order.compare(other, name)));
            for (String third : others) {
                if (order.compare(name, other) < 0 && order.compare(other, third) < 0) {
                    assertThat(order.compare(name, third)).isNegative();
                }
            }
        }
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(ChainTest.class)).detachAppender(told);
    }

    private List<String> told() {
        return told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private Dataset create(String... names) {
        Logger log = (Logger) LoggerFactory.getLogger(ChainTest.class);
        log.setLevel(Level.INFO);
        log.addAppender(told);
        FilesSettings settings = new FilesSettings(
                List.of(names),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new FilesDatasetProvider().create(settings, new ChainContext(directory, log));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private void writeParquet(String name, Column column, boolean jagged) {
        ColumnSpec spec = new ColumnSpec("x", ColumnType.INT, jagged, "", "", ColumnRole.FEATURE);
        try (TableWriter writer = TableWriters.open(directory.resolve(name), Schema.of(List.of(spec)))) {
            writer.write(new Batch(1, Map.of("x", column), "test", 1));
            writer.commit();
        }
    }

    private record ChainContext(Path directory, org.slf4j.Logger log) implements Context {
        @Override
        public RandomStreams random() {
            return new RandomStreams(1);
        }

        @Override
        public int threads() {
            return 2;
        }
    }
}

package org.muonframework.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.Damage;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.RandomTables;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

class HdfDamageTest {

    @TempDir
    private Path directory;

    @Test
    void readsOrRefusesDamagedFilesOfTheOldLayout() throws IOException {
        Path original = directory.resolve("types.h5");
        try (InputStream in = HdfDamageTest.class.getResourceAsStream("/hdf5/types.h5")) {
            Files.copy(in, original);
        }
        for (String table : List.of("types", "filters", "gaps", "counted", "records")) {
            int refused = Damage.read(
                    file -> new HdfFormat().open(file, Tables.OPTIONS.of(table)),
                    original,
                    directory.resolve("damaged.h5"),
                    60,
                    table.hashCode());
            assertThat(refused).isBetween(5, 60);
        }
    }

    @Test
    void readsOrRefusesDamagedFilesOfTheNewLayout() throws IOException {
        Path original = directory.resolve("table.h5");
        RandomTables tables = new RandomTables(7);
        Schema schema = tables.schema();
        try (TableWriter writer = HdfWriter.open(original, schema, "events")) {
            writer.write(tables.batch(schema, 20));
            writer.commit();
        }

        assertThat(Damage.read(HdfDamageTest::open, original, directory.resolve("damaged.h5"), 200, 3))
                .isBetween(20, 190);
    }

    @Test
    void refusesAFileThatIsCutOffAndSaysHowMuchIsThere() throws IOException {
        Path file = lists(new int[] {1, 2});
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));

        assertThatThrownBy(() -> new HdfFormat().open(InputFile.of(file), Tables.OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file + ": is cut off: " + (bytes.length - 10) + " of its " + bytes.length + " bytes are there");
    }

    @Test
    void refusesACounterThatDoesNotCountAllElements() throws IOException {
        Path tooMany = lists(new int[] {1, 5});
        Path tooFew = lists(new int[] {1, 1});
        Path negative = lists(new int[] {4, -1});

        assertThatThrownBy(() -> Tables.read(open(tooMany)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "'/events/n_pt' says that row 2 has 5 elements, but of the 3 in '/events/pt' 2 are left");
        assertThatThrownBy(() -> Tables.read(open(tooFew)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'/events/n_pt' counts 2 elements, but '/events/pt' has 3");
        assertThatThrownBy(() -> Tables.read(open(negative)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 1 has 4 elements");
    }

    /** Two rows with one and two elements, whose counter is then overwritten. */
    private Path lists(int[] counts) throws IOException {
        Path file = Files.createTempFile(directory, "lists", ".h5");
        Schema schema = Schema.of(List.of(new ColumnSpec("pt", ColumnType.DOUBLE, true, "", "", ColumnRole.FEATURE)));
        Column pt = new Column.Jagged(new int[] {0, 1, 3}, new Column.Doubles(new double[] {1.5, 2.5, 3.5}));
        try (TableWriter writer = HdfWriter.open(file, schema, "events")) {
            writer.write(new Batch(2, Map.of("pt", pt), "", 1));
            writer.commit();
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] written = ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putInt(1)
                .putInt(2)
                .array();
        int at = 0;
        while (!Arrays.equals(bytes, at, at + 8, written, 0, 8)) {
            at++;
        }
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.nativeOrder())
                .putInt(at, counts[0])
                .putInt(at + 4, counts[1]);
        Files.write(file, bytes);
        return file;
    }

    private static TableFile open(Path file) {
        return open(InputFile.of(file));
    }

    private static TableFile open(InputFile file) {
        return new HdfFormat().open(file, Tables.OPTIONS);
    }
}

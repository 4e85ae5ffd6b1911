package org.muonframework.data.format.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.Damage;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.spi.problem.DataException;

class NpyFormatTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "nano_dimuon_rochester.npy, 84, 1.0017189565303546",
        "nano_dimuon_rochester_err.npy, 84, 4.0680430362068657E-4",
        "nano_dy_rochester.npy, 18, 1.0002670405211378"
    })
    void readsArraysOfOthers(String name, int rows, double first) {
        TableFile table = open(Tables.real("other/" + name));

        assertThat(table.schema().names()).containsExactly("value");
        assertThat(Tables.read(table, "value")).hasSize(rows).startsWith(first);
    }

    @Test
    void readsIntegersOfEverySizeAndOrder() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {-1, -2, -3, -4, -5, -6, -7, -8});

        assertThat(values("'|i1'", "(8,)", bytes)).containsExactly(-1L, -2L, -3L, -4L, -5L, -6L, -7L, -8L);
        assertThat(values("'|u1'", "(8,)", bytes)).startsWith(255L, 254L);
        assertThat(values("'|b1'", "(8,)", bytes)).containsOnly(true);
        assertThat(values("'<i2'", "(4,)", bytes)).startsWith(-257L);
        assertThat(values("'>i2'", "(4,)", bytes)).startsWith(-2L);
        assertThat(values("'<u2'", "(4,)", bytes)).startsWith(0xfeffL);
        assertThat(values("'>u4'", "(2,)", bytes)).startsWith(0xfffefdfcL);
        assertThat(values("'<i4'", "(2,)", bytes)).startsWith(0xfffffffffcfdfeffL);
        assertThat(values("'>i8'", "(1,)", bytes)).containsExactly(0xfffefdfcfbfaf9f8L);
    }

    @Test
    void readsFloatingPointNumbersOfEverySize() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8).putFloat(1.5f).putFloat(Float.NaN);

        assertThat(values("'>f4'", "(2,)", bytes)).containsExactly(1.5f, Float.NaN);
        assertThat(values("'>f2'", "(1,)", ByteBuffer.allocate(2).putShort((short) 0xc100)))
                .containsExactly(-2.5f);
        assertThat(values("'<f8'", "(2,)", NpyFiles.bytes(-0.0, 1e300))).containsExactly(-0.0, 1e300);
    }

    @Test
    void readsTexts() throws IOException {
        ByteBuffer ascii = ByteBuffer.wrap("muone\0\0\0".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer unicode =
                NpyFiles.little(16).putInt('µ').putInt(0x1d707).putInt('e').putInt(0);

        assertThat(values("'|S4'", "(2,)", ascii)).containsExactly("muon", "e");
        assertThat(values("'<U2'", "(2,)", unicode)).containsExactly("µ𝜇", "e");
    }

    @Test
    void readsTheColumnsOfAnArrayOfTwoDimensionsInEitherOrder() throws IOException {
        Map<String, List<Object>> expected = Map.of("c0", List.of(1.0, 2.0), "c1", List.of(3.0, 4.0));

        assertThat(Tables.read(file("'<f8'", false, "(2, 2)", NpyFiles.bytes(1, 3, 2, 4))))
                .isEqualTo(expected);
        assertThat(Tables.read(file("'<f8'", true, "(2, 2)", NpyFiles.bytes(1, 2, 3, 4))))
                .isEqualTo(expected);
    }

    @Test
    void readsTheFieldsOfRecords() throws IOException {
        ByteBuffer bytes = NpyFiles.little(2 * 15);
        for (int row = 1; row <= 2; row++) {
            bytes.putInt(row)
                    .put((byte) 9)
                    .putShort((short) (10 * row))
                    .putShort((short) -1)
                    .putShort((short) row);
            bytes.put("ab".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0);
        }
        String type = "[('id', '<i4'), ('', '|V1'), ('hits', '<i2', (2,)), ('p', [('x', '>i2')]), ('n', '|S2'),"
                + " ('when', '<M8[s]', (0,)), (('title', 'last'), '<u2')]";

        TableFile table = file(type, false, "(2,)", bytes);

        assertThat(table.schema().names()).containsExactly("id", "hits", "p_x", "n", "last");
        assertThat(Tables.read(table))
                .containsEntry("id", List.of(1L, 2L))
                .containsEntry("hits", List.of(List.of(10L, -1L), List.of(20L, -1L)))
                .containsEntry("p_x", List.of(256L, 512L))
                .containsEntry("n", List.of("ab", "ab"))
                .containsEntry("last", List.of(0L, 0L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsArchives(boolean compressed) throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("pt.npy", NpyFiles.doubles(1, 2, 3));
        arrays.put("edges.npy", NpyFiles.doubles(0, 1));
        arrays.put("p4.npy", NpyFiles.array("'<f8'", false, "(3, 2)", NpyFiles.bytes(1, 2, 3, 4, 5, 6)));
        arrays.put("objects.npy", NpyFiles.array("'<c8'", false, "(3,)", NpyFiles.little(24)));
        arrays.put("readme.txt", new byte[5]);
        TableFile table = open(NpyFiles.archive(directory.resolve("events.npz"), compressed, arrays));

        assertThat(table.schema().names()).containsExactly("pt", "p4_0", "p4_1");
        assertThat(Tables.read(table))
                .containsEntry("pt", List.of(1.0, 2.0, 3.0))
                .containsEntry("p4_1", List.of(2.0, 4.0, 6.0));
    }

    @Test
    void readsMoreRowsThanABatchHolds() throws IOException {
        double[] numbers = IntStream.range(0, 150_000).asDoubleStream().toArray();
        Path file = NpyFiles.archive(directory.resolve("long.npz"), true, Map.of("x.npy", NpyFiles.doubles(numbers)));

        assertThat(Tables.read(open(file), "x")).hasSize(150_000).endsWith(149_998.0, 149_999.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        '|O'              | (1,)                  | holds Python objects
        <c8               | (1,)                  | holds nothing that can be a table
        <f8               | (9,)                  | is cut off
        <f8               | (4000000000, 9999999) | is cut off
        <f8               | (-1,)                 | expected a value at character
        nonsense          | (1,)                  | is none of NumPy's
        """)
    void refusesWhatItCannotRead(String type, String shape, String message) throws IOException {
        Path file = Files.write(
                directory.resolve("x.npy"), NpyFiles.array("'" + type + "'", false, shape, NpyFiles.bytes(1)));

        assertThatThrownBy(() -> open(file)).isInstanceOf(DataException.class).hasMessageContaining(message);
    }

    @Test
    void refusesNumbersThatNoIntegerHolds() throws IOException {
        TableFile table = file("'<u8'", false, "(1,)", NpyFiles.little(8).putLong(-1));

        assertThatThrownBy(() -> Tables.read(table))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("18446744073709551615 is above 9223372036854775807");
    }

    @Test
    void noticesAChangedByteInAnArchive() throws IOException {
        Path file = NpyFiles.archive(directory.resolve("x.npz"), false, Map.of("x.npy", NpyFiles.doubles(1, 2, 3)));
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(" \n") + 2;
        bytes[at] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Tables.read(open(file)))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": array 'x.npy': does not have the checksum that was written with it");
    }

    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("a.npy", NpyFiles.array("'<f8'", true, "(10, 2)", NpyFiles.little(160)));
        arrays.put("b.npy", NpyFiles.array("[('x', '<u8'), ('y', '<i2', (2,))]", false, "(10,)", NpyFiles.little(120)));
        Path compressed = NpyFiles.archive(directory.resolve("a.npz"), true, arrays);
        Path stored = NpyFiles.archive(directory.resolve("b.npz"), false, arrays);
        Path array = Files.write(directory.resolve("c.npy"), NpyFiles.doubles(1, 2, 3));

        for (Path original : List.of(compressed, stored, array)) {
            int refused = Damage.read(
                    file -> new NpyFormat().open(file, Tables.OPTIONS), original, directory.resolve("d"), 200, 11);
            assertThat(refused).isBetween(20, 199);
        }
    }

    private List<Object> values(String type, String shape, ByteBuffer bytes) throws IOException {
        return Tables.read(file(type, false, shape, bytes), "value");
    }

    private TableFile file(String type, boolean columnMajor, String shape, ByteBuffer bytes) throws IOException {
        return open(Files.write(
                Files.createTempFile(directory, "array", ".npy"), NpyFiles.array(type, columnMajor, shape, bytes)));
    }

    private static TableFile open(Path file) {
        return Formats.open(InputFile.of(file), Tables.OPTIONS);
    }
}

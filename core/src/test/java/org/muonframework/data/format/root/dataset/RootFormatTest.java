package org.muonframework.data.format.root.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
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
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

/** Real files through the whole way to a table; what is in them is told by the collection's README. */
@DisplayName("A ROOT file as a table")
class RootFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "-lz4", "-lzma", "-uncompressed", "-zlib", "-zstd"})
    void givesTheSameColumnsWhateverItsCodec(String codec) {
        Map<String, List<Object>> values = Tables.read(open("root/uproot-Zmumu" + codec + ".root"));

        assertThat(values).hasSize(20).isEqualTo(Tables.read(open("root/uproot-Zmumu.root")));
        assertThat(values.get("M")).hasSize(2304);
    }

    @Test
    void ofNanoAodEqualsTheSameEventsInParquet() {
        TableFile root = open("root/nano_dimuon.root");
        TableFile parquet = open("parquet/nano_dimuon.parquet");
        Set<String> names = new LinkedHashSet<>(root.schema().names());
        names.retainAll(parquet.schema().names());

        assertThat(names).hasSize(1601);
        Map<String, List<Object>> ofRoot = Tables.read(root.open(names));
        Map<String, List<Object>> ofParquet = Tables.read(parquet.open(names));
        assertThat(names)
                .allSatisfy(column -> assertThat(ofRoot.get(column)).hasSize(40).isEqualTo(ofParquet.get(column)));
    }

    @Test
    void hasTheTypesThatHoldItsValues() {
        assertThat(open("root/uproot-small-flat-tree.root").schema().columns())
                .extracting(ColumnSpec::name, ColumnSpec::type, ColumnSpec::jagged)
                .contains(
                        tuple("Int32", ColumnType.INT, false),
                        tuple("UInt32", ColumnType.LONG, false),
                        tuple("Float32", ColumnType.FLOAT, false),
                        tuple("Str", ColumnType.TEXT, false),
                        tuple("ArrayFloat64", ColumnType.DOUBLE, true),
                        tuple("SliceInt64", ColumnType.LONG, true));
    }

    @Test
    void saysWhyAColumnCannotBeRead() {
        TableFile table = open("root/uproot-vectorVectorDouble.root");

        assertThat(table.schema().names()).isEmpty();
        assertThat(table.schema().unknown("x"))
                .startsWith("column 'x' cannot be read: ")
                .endsWith("uproot-vectorVectorDouble.root: 't', column 'x': it holds lists of lists");
    }

    @Test
    void namesItsTablesToWhoAsksForAnother() {
        InputFile file = InputFile.of(Tables.real("root/uproot-nesteddirs.root"));

        assertThat(Formats.open(file, Tables.OPTIONS.of("one/two/tree")).rows()).hasValue(100);
        assertThatThrownBy(() -> Formats.open(file, Tables.OPTIONS.of("tree")))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "has no table 'tree'; the tables of the file are 'one/two/tree', 'one/tree', 'three/tree'");
    }

    @Test
    void isNotATextThatStartsWithTheSameLetters(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "root_s,x\n91.2,1\n");

        assertThat(Formats.open(InputFile.of(file), Tables.OPTIONS).schema().names())
                .containsExactly("root_s", "x");
    }

    @ParameterizedTest
    @CsvSource({
        "root/uproot-small-flat-tree.root, 150",
        "root/uproot-stl_containers.root, 150",
        "root/uproot-HZZ-lz4.root, 40",
        "root/uproot-Zmumu-zstd.root, 40",
        "root/uproot-Zmumu-lzma.root, 40",
        "root/TLorentzVector.root, 100",
    })
    void isReadOrRefusedByOneMessageHoweverItIsDamaged(String name, int variants, @TempDir Path folder)
            throws IOException {
        int refused = Damage.read(
                file -> Formats.open(file, Tables.OPTIONS),
                Tables.real(name),
                folder.resolve("damaged.root"),
                variants,
                name.hashCode());

        assertThat(refused).isPositive();
    }

    private static TableFile open(String name) {
        return Formats.open(InputFile.of(Tables.real(name)), Tables.OPTIONS);
    }
}

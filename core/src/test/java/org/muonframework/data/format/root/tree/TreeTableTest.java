package org.muonframework.data.format.root.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.root.RootTables;
import org.muonframework.data.format.root.Tree;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;

@DisplayName("A tree as a table")
class TreeTableTest {

    @ParameterizedTest(name = "rows {0} to {1} in blocks of {2} by {3} threads")
    @DisplayName("gives the same values for any rows, blocks and threads")
    @CsvSource({"0, 46, 46, 1", "0, 46, 1, 1", "0, 46, 5, 4", "7, 31, 4, 2", "45, 46, 9, 1", "12, 12, 1, 2"})
    void ranges(long first, long last, int blockRows, int threads) {
        try (RootFile file = RootFile.open(Tree.real("uproot-foriter.root"))) {
            RootTable table = RootTables.open(file, "foriter");
            assertThat(Tree.read(table, List.of("data"), first, last, blockRows, threads)
                            .get("data"))
                    .isEqualTo(IntStream.range((int) first, (int) last).boxed().toList());
        }
    }

    @Test
    @DisplayName("reads objects and lists from the middle of a basket")
    void middle() {
        try (RootFile file = RootFile.open(Tree.real("uproot-HZZ-objects.root"))) {
            RootTable table = RootTables.open(file, "events");
            List<String> names = List.of("muonp4.fE", "jetbtag", "MC_lepton.fZ");
            List<Object> whole = Tree.read(table, names, 0, 2421, 5000, 1).get("muonp4.fE");
            assertThat(Tree.read(table, names, 777, 1999, 100, 3).get("muonp4.fE"))
                    .isEqualTo(whole.subList(777, 1999));
        }
    }

    @Test
    @DisplayName("says that it has no such column")
    void missingColumn() {
        try (RootFile file = RootFile.open(Tree.real("uproot-foriter.root"))) {
            RootTable table = RootTables.open(file, "foriter");
            assertThatThrownBy(() -> table.open(List.of("date"), 0, 1, 1, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("tree 'foriter' has no column 'date'");
        }
    }

    @Test
    @DisplayName("leaves out what it cannot read, and says why; the other branches stay readable")
    void unreadable(@TempDir Path directory) throws IOException {
        Path changed = directory.resolve("changed.root");
        byte[] bytes = Files.readAllBytes(Tree.real("uproot-sample-6.20.04-uncompressed.root"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("TLeafS\0", "TLeafQ\0");
        Files.writeString(changed, text, StandardCharsets.ISO_8859_1);
        try (RootFile file = RootFile.open(changed, "changed.root")) {
            RootTable table = RootTables.open(file, "sample");
            assertThat(table.unreadable())
                    .containsOnlyKeys("i2", "ai2", "Ai2", "u2", "au2", "Au2")
                    .containsEntry("i2", "unsupported class 'TLeafQ'");
            assertThat(table.columns()).hasSize(29);
            assertThatThrownBy(() -> table.open(List.of("i4", "i2"), 0, 30, 30, 1))
                    .isInstanceOf(RootException.class)
                    .hasMessage("changed.root: tree 'sample', branch 'i2': unsupported class 'TLeafQ'");
            assertThat(Tree.read(table, List.of("i4"), 0, 30, 30, 1).get("i4"))
                    .isEqualTo(Tree.column("uproot-sample-6.20.04-zlib.root", "sample", "i4"));
        }
    }

    @Test
    @DisplayName("names each column once")
    void uniqueNames() {
        assertThat(UniqueNames.of(List.of(
                        new Branch.Names("x", "a.x"),
                        new Branch.Names("x", "b.x"),
                        new Branch.Names("y", "a.y"),
                        new Branch.Names("x", "b.x"))))
                .containsExactly("a.x", "b.x", "y", "b.x#2");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("with flipped bytes gives values or one clear error")
    @ValueSource(
            strings = {
                "TLorentzVector.root",
                "laurelin_stdvector.root",
                "uproot-foriter.root",
                "uproot-leaflist.root",
                "uproot-nesteddirs.root",
                "uproot-sample-6.20.04-uncompressed.root",
                "uproot-small-dy-nooffsets.root",
                "uproot-stl_containers.root"
            })
    void damaged(String name, @TempDir Path directory) throws IOException {
        byte[] good = Files.readAllBytes(Tree.real(name));
        Random random = new Random(42);
        Path file = directory.resolve("damaged.root");
        for (int i = 0; i < 40; i++) {
            byte[] bytes = good.clone();
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
            }
            Files.write(file, bytes);
            try (RootFile root = RootFile.open(file)) {
                for (String path : RootTables.list(root).keySet()) {
                    RootTable table = RootTables.open(root, path);
                    List<String> names =
                            table.columns().stream().map(RootColumn::name).toList();
                    Tree.read(table, names, 0, table.rows(), 1000, 1);
                }
            } catch (RootException e) {
                assertThat(e).hasMessageStartingWith(file + ": ");
            }
        }
    }
}

package org.muonframework.data.format.root.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muonframework.data.format.root.RootTables;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.streamer.ObjectReader;
import org.muonframework.data.format.root.streamer.RootObject;
import org.muonframework.data.format.root.streamer.StreamerInfos;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

class TreeWriterTest {

    @TempDir
    Path directory;

    @Property(tries = 15)
    void anyTableComesBack(
            @ForAll @IntRange(max = 2500) int rows,
            @ForAll @IntRange(min = 1, max = 2000) int blockRows,
            @ForAll @IntRange(max = 40_000) int largeFrom,
            @ForAll Compression compression,
            @ForAll Random random)
            throws IOException {
        Columns table = anyTable(rows, random);
        Path path = Files.createTempFile("tree", ".root");
        try {
            write(path, table, compression, largeFrom, blockRows, 2);
            check(path, table);
        } finally {
            Files.delete(path);
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void aTreeWithoutRowsIsATree(Compression compression) {
        Columns table = anyTable(0, new Random(1));
        Path path = write("empty.root", table, compression);
        check(path, table);
    }

    @Test
    void clustersAndBasketsEndAtTheSameRowsWhateverTheBlocksAndThreads() throws IOException {
        Columns table = table(400_000);
        Path one = write("t.root", table, Compression.ZLIB);
        byte[] bytes = Files.readAllBytes(one);
        write(one, table, Compression.ZLIB, 2_000_000_000, 333, 5);
        assertThat(Arrays.equals(Files.readAllBytes(one), bytes)).isTrue();
        check(one, table);
        RootObject tree = tree(one);
        assertThat(tree.integer("fAutoFlush")).isEqualTo(131_072);
        RootObject branch = branch(tree, "x");
        assertThat(branch.integer("fWriteBasket")).isEqualTo(4);
        assertThat(branch.integers("fBasketEntry"))
                .containsExactly(0, 131_072, 262_144, 393_216, 400_000, 0, 0, 0, 0, 0);
        assertThat(branch.integer("fTotBytes")).isBetween(3_200_000L, 3_201_000L);
        assertThat(tree.integer("fZipBytes"))
                .isEqualTo(tree.objects("fBranches").stream()
                        .mapToLong(some -> some.integer("fZipBytes"))
                        .sum());
    }

    @Test
    void aBranchThatGrowsHasMoreBasketsInACluster() {
        int[] lengths = new int[40_960];
        Arrays.fill(lengths, 0, 4096, 32);
        Arrays.fill(lengths, 4096, 8192, 1000);
        Columns table = new Columns()
                .lists("x", ValueType.FLOAT64, lengths, new Values.Doubles(new double[32 * 4096 + 1000 * 4096]));
        Path path = write("t.root", table, Compression.ZSTD);
        check(path, table);
        assertThat(tree(path).integer("fAutoFlush")).isEqualTo(4096);
        assertThat(branch(tree(path), "x").integers("fBasketEntry")).startsWith(0, 4096, 5120, 6144, 7168, 8192);
    }

    @Test
    void columnsThatAreNamedAlikeShareACounter() {
        int[] lengths = {1, 0, 3};
        RootObject tree = tree(write(
                "t.root",
                new Columns()
                        .lists("Muon_pt", ValueType.FLOAT32, lengths, new Values.Floats(new float[4]))
                        .flat("met", ValueType.FLOAT32, new Values.Floats(new float[3]))
                        .lists("Muon_eta", ValueType.FLOAT64, lengths, new Values.Doubles(new double[4]))));
        assertThat(titles(tree)).containsExactly("nMuon/I", "Muon_pt[nMuon]/F", "met/F", "Muon_eta[nMuon]/D");
        RootObject counter = branch(tree, "nMuon").objects("fLeaves").get(0);
        assertThat(counter.integer("fIsRange")).isEqualTo(1);
        assertThat(counter.integer("fMaximum")).isEqualTo(3);
        assertThat(branch(tree, "Muon_eta").objects("fLeaves").get(0).object("fLeafCount"))
                .containsSame(counter);
    }

    @Test
    void aColumnWithOtherLengthsGetsItsOwnCounterFromWhereItDiffers() {
        int rows = 300_000;
        int[] lengths = IntStream.range(0, rows).map(i -> i % 3).toArray();
        int[] others = lengths.clone();
        others[rows - 5] = 7;
        Columns table = new Columns()
                .lists("Muon_pt", ValueType.INT8, lengths, new Values.Bytes(new byte[sum(lengths)]))
                .lists("Muon_jet", ValueType.INT8, others, new Values.Bytes(new byte[sum(others)]));
        Path path = write("t.root", table, Compression.ZSTD);
        check(path, table);
        RootObject tree = tree(path);
        assertThat(titles(tree)).containsExactly("nMuon/I", "Muon_pt[nMuon]/B", "nMuon_jet/I", "Muon_jet[nMuon_jet]/B");
        assertThat(branch(tree, "nMuon_jet").integers("fBasketSeek")[0])
                .isEqualTo(branch(tree, "nMuon").integers("fBasketSeek")[0]);
        try (RootFile file = RootFile.open(path)) {
            RootTable read = RootTables.open(file, "events");
            assertThat(Columns.holds(read, "nMuon", new Values.Ints(lengths))).isTrue();
            assertThat(Columns.holds(read, "nMuon", new Values.Ints(others))).isFalse();
            assertThat(Columns.holds(read, "nMuon_jet", new Values.Ints(others)))
                    .isTrue();
        }
    }

    @Test
    void aColumnThatHoldsTheLengthsIsTheCounter() {
        int[] lengths = {1, 0, 3};
        RootObject tree = tree(write(
                "t.root",
                new Columns()
                        .lists("Muon_pt", ValueType.FLOAT32, lengths, new Values.Floats(new float[4]))
                        .lists("jet", ValueType.FLOAT32, lengths, new Values.Floats(new float[4]))
                        .flat("nMuon", ValueType.UINT32, new Values.Ints(lengths))
                        .flat("njet", ValueType.INT32, new Values.Ints(lengths))));
        assertThat(titles(tree)).containsExactly("nMuon/i", "Muon_pt[nMuon]/F", "njet/I", "jet[njet]/F");
    }

    @Test
    void aColumnThatIsOnlyCalledLikeTheCounterIsLeftAsItIs() {
        int[] lengths = {1, 0, 3};
        Columns table = new Columns()
                .lists("Muon_pt", ValueType.FLOAT32, lengths, new Values.Floats(new float[4]))
                .flat("nMuon", ValueType.INT32, new Values.Ints(new int[] {1, 0, 2}))
                .lists("jet", ValueType.FLOAT32, lengths, new Values.Floats(new float[4]))
                .flat("njet", ValueType.INT64, new Values.Longs(new long[] {1, 0, 3}));
        Path path = write("t.root", table);
        assertThat(titles(tree(path)))
                .containsExactly("nMuon_pt/I", "Muon_pt[nMuon_pt]/F", "nMuon/I", "njet_2/I", "jet[njet_2]/F", "njet/L");
        check(path, table);
    }

    @Test
    void titlesOfColumnsAreThoseOfBranches() {
        Path path = directory.resolve("t.root");
        try (RootFileWriter file = RootFileWriter.create(path, "t.root", Compression.NONE);
                TreeWriter tree = file.tree(
                        "events", "all", List.of(new RootColumn("pt", ValueType.FLOAT64, 0, "momentum [GeV]")), 1)) {
            tree.finish();
            file.finish();
        }
        assertThat(titles(tree(path))).containsExactly("momentum [GeV]");
        assertThat(tree(path).text("fTitle")).isEqualTo("all");
    }

    @Test
    void whatATreeCannotHoldIsRefused() {
        BiConsumer<List<RootColumn>, String> refused = (columns, problem) -> assertThatThrownBy(() -> {
                    try (RootFileWriter file =
                            RootFileWriter.create(directory.resolve("t.root"), "t.root", Compression.NONE)) {
                        file.tree("events", "", columns, 1);
                    }
                })
                .isInstanceOf(RootException.class)
                .hasMessage("t.root: tree 'events', column 'x': " + problem);
        RootColumn x = new RootColumn("x", ValueType.INT8, 0, "");
        refused.accept(List.of(x, x), "there are two of this name");
        refused.accept(List.of(new RootColumn("x", ValueType.INT8, 2, "")), "lists of lists are not written");
        refused.accept(List.of(new RootColumn("x", ValueType.STRING, 1, "")), "lists of texts are not written");
    }

    @Test
    void aBlockWithoutAColumnOrWithOtherValuesIsAMistake() {
        try (RootFileWriter file = RootFileWriter.create(directory.resolve("t.root"), "t.root", Compression.NONE);
                TreeWriter tree = file.tree("events", "", List.of(new RootColumn("x", ValueType.INT16, 0, "")), 1)) {
            for (Map<String, Values> columns : List.of(
                    Map.<String, Values>of(),
                    Map.<String, Values>of("x", new Values.Ints(new int[1])),
                    Map.<String, Values>of("x", new Values.Shorts(new short[2])))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> tree.write(new Block(0, 1, columns)))
                        .withMessage("column 'x' should have 1 values of type INT16");
            }
        }
    }

    private static Columns anyTable(int rows, Random random) {
        Columns table = new Columns();
        int[] lengths = random.ints(rows, 0, 4).toArray();
        for (ValueType type : ValueType.values()) {
            table.flat("flat " + type, type, Columns.random(type, rows, random));
            if (type != ValueType.STRING) {
                int[] own =
                        random.nextBoolean() ? lengths : random.ints(rows, 0, 3).toArray();
                table.lists("list_" + type, type, own, Columns.random(type, sum(own), random));
            }
        }
        return table;
    }

    private static Columns table(int rows) {
        Random random = new Random(3);
        int[] lengths = random.ints(rows, 0, 2).toArray();
        String[] texts = IntStream.range(0, rows).mapToObj(i -> "t" + i % 1000).toArray(String[]::new);
        return new Columns()
                .flat(
                        "x",
                        ValueType.FLOAT64,
                        new Values.Doubles(
                                IntStream.range(0, rows).asDoubleStream().toArray()))
                .flat("text", ValueType.STRING, new Values.Texts(texts))
                .lists("y", ValueType.INT16, lengths, Columns.random(ValueType.INT16, sum(lengths), random));
    }

    private static int sum(int[] lengths) {
        return Arrays.stream(lengths).sum();
    }

    private Path write(String name, Columns table) {
        return write(name, table, Compression.NONE);
    }

    private Path write(String name, Columns table, Compression compression) {
        Path path = directory.resolve(name);
        write(path, table, compression, 2_000_000_000, 100_000, 2);
        return path;
    }

    private static void write(
            Path path, Columns table, Compression compression, long largeFrom, int blockRows, int threads) {
        try (RootFileWriter file = RootFileWriter.create(path, "t.root", compression, largeFrom);
                TreeWriter tree = file.tree("events", "", table.columns(), threads)) {
            table.write(tree, blockRows);
            file.finish();
        }
    }

    private static void check(Path path, Columns table) {
        try (RootFile file = RootFile.open(path)) {
            RootTable read = RootTables.open(file, "events");
            assertThat(read.unreadable()).isEmpty();
            assertThat(read.rows()).isEqualTo(table.rows());
            for (RootColumn column : table.columns()) {
                assertThat(read.columns())
                        .extracting(RootColumn::name, RootColumn::type, RootColumn::depth)
                        .contains(tuple(column.name(), column.type(), column.depth()));
                assertThat(Columns.holds(read, column.name(), table.values().get(column.name())))
                        .as(column.name())
                        .isTrue();
            }
        }
    }

    private static RootObject tree(Path path) {
        try (RootFile file = RootFile.open(path)) {
            return new ObjectReader(
                            file.find("events").orElseThrow().object(file.source()), StreamerInfos.read(file), Map.of())
                    .read("TTree");
        }
    }

    private static RootObject branch(RootObject tree, String name) {
        return tree.objects("fBranches").stream()
                .filter(branch -> branch.text("fName").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(RootObject tree) {
        return tree.objects("fBranches").stream()
                .map(branch -> branch.text("fTitle"))
                .toList();
    }
}

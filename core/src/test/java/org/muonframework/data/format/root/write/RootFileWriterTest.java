package org.muonframework.data.format.root.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.streamer.ObjectReader;
import org.muonframework.data.format.root.streamer.RootObject;
import org.muonframework.data.format.root.streamer.StreamerInfos;

class RootFileWriterTest {

    private static final Histogram MASS = new Histogram(
            "dimuon mass",
            List.of(new HistogramAxis("m [GeV]", new double[] {0, 1, 2, 5})),
            new double[] {1, 2, 3, 4, 5},
            new double[] {1, 4, 9, 16, 25},
            7);
    private static final Histogram PLANE = new Histogram(
            "plane",
            List.of(new HistogramAxis("x", new double[] {0, 1, 2, 3}), new HistogramAxis("y", new double[] {-1, 1})),
            new double[] {0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0},
            new double[0],
            3);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {0, 400, 1000, 2_000_000_000})
    void objectsAreFoundInTheirDirectoriesBothInSmallFilesAndInLarge(long largeFrom) {
        Path path = write(largeFrom);
        try (RootFile file = RootFile.open(path)) {
            assertThat(file.objects().keySet()).containsExactly("mass", "plots/deep/plane", "plots/mass");
            assertThat(file.find("mass")).map(RootKey::cycle).contains(2);
            assertThat(file.find("mass;1")).map(RootKey::title).contains("dimuon mass");
            RootObject squares = read(file, "plots/mass").object("fSumw2").orElseThrow();
            assertThat(squares.numbers(ObjectReader.CONTENT)).containsExactly(1, 4, 9, 16, 25);
        }
    }

    @Test
    void aHistogramHasItsBinsAxesAndStatistics() {
        try (RootFile file = RootFile.open(write(2_000_000_000))) {
            RootObject mass = read(file, "mass");
            assertThat(mass.className()).isEqualTo("TH1D");
            assertThat(mass.text("fTitle")).isEqualTo("dimuon mass");
            assertThat(mass.integer("fNcells")).isEqualTo(5);
            assertThat(mass.number("fEntries")).isEqualTo(7);
            assertThat(mass.number("fTsumw")).isEqualTo(9);
            assertThat(mass.number("fTsumw2")).isEqualTo(29);
            assertThat(mass.number("fTsumwx")).isEqualTo(2 * 0.5 + 3 * 1.5 + 4 * 3.5);
            RootObject axis = mass.object("fXaxis").orElseThrow();
            assertThat(axis.text("fTitle")).isEqualTo("m [GeV]");
            assertThat(axis.integer("fNbins")).isEqualTo(3);
            assertThat(axis.object("fXbins").orElseThrow().numbers(ObjectReader.CONTENT))
                    .containsExactly(0, 1, 2, 5);
        }
    }

    @Test
    void aHistogramOfTwoDimensionsHasThemInOrder() {
        try (RootFile file = RootFile.open(write(2_000_000_000))) {
            RootObject plane = read(file, "plots/deep/plane");
            assertThat(plane.className()).isEqualTo("TH2D");
            assertThat(plane.number("fTsumw")).isEqualTo(3);
            assertThat(plane.number("fTsumwx")).isEqualTo(2 * 0.5 + 2.5);
            assertThat(plane.number("fTsumwy")).isZero();
            RootObject x = plane.object("fXaxis").orElseThrow();
            assertThat(x.object("fXbins").orElseThrow().numbers(ObjectReader.CONTENT))
                    .isEmpty();
            assertThat(x.number("fXmax")).isEqualTo(3);
            assertThat(plane.object("fYaxis").orElseThrow().number("fXmin")).isEqualTo(-1);
        }
    }

    @Test
    void aFileIsTheSameToTheByteWheneverItIsWritten() throws IOException {
        byte[] first = Files.readAllBytes(write(2_000_000_000));
        assertThat(Files.readAllBytes(write(2_000_000_000))).isEqualTo(first);
        assertThat(HexFormat.of().formatHex(first, 0, 12)).isEqualTo("726f6f74" + "0000f3c6" + "00000064");
        assertThat(HexFormat.of().formatHex(first, 100, 127))
                .as("key of the file: length, version, date, length of the key, cycle, places")
                .isEqualTo("0000006c" + "0004" + "00000044" + "00420000" + "0028" + "0001" + "00000064" + "00000000"
                        + "05");
    }

    @Test
    void filesOfOtherContentHaveOtherIdentifiers() throws IOException {
        byte[] first = identifier(directory.resolve("a.root"), MASS);
        byte[] second = identifier(directory.resolve("b.root"), PLANE);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void anEmptyFileIsAFile() {
        Path path = directory.resolve("f.root");
        try (RootFileWriter file = RootFileWriter.create(path, "f.root", Compression.ZSTD)) {
            file.finish();
        }
        try (RootFile file = RootFile.open(path)) {
            assertThat(file.objects()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNotFinishedIsNone() {
        Path path = directory.resolve("f.root");
        try (RootFileWriter file = RootFileWriter.create(path, "f.root", Compression.ZSTD)) {
            file.write("mass", MASS);
        }
        assertThatThrownBy(() -> RootFile.open(path)).hasMessageContaining("is not a ROOT file");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        assertThatThrownBy(() -> RootFileWriter.create(directory.resolve("no/f.root"), "f.root", Compression.NONE))
                .isInstanceOf(RootException.class)
                .hasMessageStartingWith("f.root: cannot be written: ");
    }

    @Test
    void histogramsThatDoNotFitTheirAxesAreMistakes() {
        HistogramAxis axis = new HistogramAxis("", new double[] {0, 1});
        assertThatThrownBy(() -> new Histogram("", List.of(axis), new double[1], new double[0], 0))
                .hasMessage("a histogram of 3 cells has 1 contents and 0 squares");
        assertThatThrownBy(() -> new Histogram("", List.of(), new double[1], new double[0], 0))
                .hasMessage("a histogram has one axis or two, not 0");
        for (double edge : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new HistogramAxis("", new double[] {0, edge}))
                    .hasMessageContaining("edges should be finite and increase");
        }
    }

    private Path write(long largeFrom) {
        Path path = directory.resolve("f.root");
        try (RootFileWriter file = RootFileWriter.create(path, "f.root", Compression.ZLIB, largeFrom)) {
            file.write("mass", MASS);
            file.write("plots/deep/plane", PLANE);
            file.write("plots/mass", MASS);
            file.write("mass", MASS);
            file.finish();
        }
        return path;
    }

    private static byte[] identifier(Path path, Histogram histogram) throws IOException {
        try (RootFileWriter file = RootFileWriter.create(path, "same.root", Compression.NONE)) {
            file.write("h", histogram);
            file.finish();
        }
        return Arrays.copyOfRange(Files.readAllBytes(path), 47, 63);
    }

    private static RootObject read(RootFile file, String path) {
        RootKey key = file.find(path).orElseThrow();
        return new ObjectReader(key.object(file.source()), StreamerInfos.read(file), Map.of()).read(key.className());
    }
}

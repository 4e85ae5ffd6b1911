package org.muonframework.data.format.root.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.streamer.StreamerInfo;
import org.muonframework.data.format.root.streamer.StreamerInfos;

class ClassDescriptionsTest {

    private final ClassDescriptions descriptions = ClassDescriptions.load();

    @ParameterizedTest
    @CsvSource({
        "TObject, 1, 901bc02d",
        "TNamed, 1, dfb74a3c",
        "TSeqCollection, 0, fc6c3bc6",
        "TObjArray, 3, a99e6552",
        "TAttLine, 2, 94074549",
        "TAttFill, 2, ffd92a92",
        "TAttMarker, 2, 291d8bec",
        "TAttAxis, 4, 5c6fff3e",
        "TAxis, 10, 5a496e70",
        "TArrayD, 1, 7139ef34",
        "TH1, 8, 1c3740c4",
        "TH1D, 3, f9b1569f",
        "TH2, 5, 182347f",
        "TH2D, 4, 7fba82f0",
        "ROOT::TIOFeatures, 1, 1aa12f10",
        "TTree, 20, 7264e07f",
        "TBranch, 13, 10978aac",
        "TLeaf, 2, 6d1e8152",
        "TLeafO, 1, 2ae48d3",
        "TLeafL, 1, de320862",
        "TLeafD, 1, 118e8776",
        "TLeafC, 1, fbe3b2f3"
    })
    void checkSumsAreThoseThatRootComputes(String className, int version, String checkSum) {
        assertThat(descriptions.version(className)).isEqualTo(version);
        assertThat(Integer.toHexString(descriptions.checkSum(className))).isEqualTo(checkSum);
    }

    @Test
    void filesWrittenByRootDescribeTheSameMembers() throws IOException {
        Path directory = Tables.real("root");
        Set<String> compared = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path path :
                    files.filter(file -> file.toString().endsWith(".root")).toList()) {
                compare(path, compared);
            }
        }
        assertThat(compared).contains("TTree", "TBranch", "TLeafD", "TH1D", "TH2D", "TAxis");
    }

    private void compare(Path path, Set<String> compared) {
        try (RootFile file = RootFile.open(path)) {
            StreamerInfos infos = StreamerInfos.read(file);
            for (String name : descriptions.names()) {
                long checkSum = Integer.toUnsignedLong(descriptions.checkSum(name));
                infos.findByChecksum(name, checkSum).ifPresent(info -> {
                    assertThat(info.version()).isEqualTo(descriptions.version(name));
                    assertThat(members(info)).as("%s in %s", name, path).isEqualTo(members(written(name)));
                    compared.add(name);
                });
            }
        } catch (RootException e) {
            assertThat(e).hasMessageContaining(path.toString()); // one of the damaged files
        }
    }

    private StreamerInfo written(String className) {
        try {
            Path path = Files.createTempFile("classes", ".root");
            try (RootFileWriter file = RootFileWriter.create(path, "classes.root", Compression.NONE)) {
                file.uses(className);
                file.finish();
            }
            try (RootFile file = RootFile.open(path)) {
                return StreamerInfos.read(file)
                        .find(className, descriptions.version(className))
                        .orElseThrow();
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tells how a member is read; its type in C++ has other names in some versions of ROOT. */
    private static List<String> members(StreamerInfo info) {
        return info.elements().stream()
                .map(element -> element.base() + " " + element.name() + " " + element.code() + " " + element.count())
                .toList();
    }
}

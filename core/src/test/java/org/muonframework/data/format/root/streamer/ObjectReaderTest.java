package org.muonframework.data.format.root.streamer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.data.format.root.Tree;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;

@DisplayName("Objects read as the file describes them")
class ObjectReaderTest {

    @Test
    @DisplayName("have the members of their bases; references lead to the same object")
    void tree() {
        try (RootFile file = RootFile.open(Tree.real("tree_with_jagged_array.root"))) {
            StreamerInfos infos = StreamerInfos.read(file);
            assertThat(infos.find("TTree", 20)).isPresent();
            RootObject tree = reader(file.find("t1").orElseThrow().object(file.source()), infos)
                    .read("TTree");
            assertThat(tree.text("fName")).isEqualTo("t1");
            assertThat(tree.integer("fEntries")).isEqualTo(100);
            RootObject branch = tree.objects("fBranches").get(0);
            assertThat(branch.className()).isEqualTo("TBranchElement");
            assertThat(branch.text("fClassName")).isEqualTo("vector<int>");
            assertThat(tree.objects("fLeaves").get(0))
                    .isSameAs(branch.objects("fLeaves").get(0));
        }
    }

    @Test
    @DisplayName("of a class that is not described are refused")
    void undescribed() {
        try (RootFile file = RootFile.open(Tree.real("tree_with_jagged_array.root"))) {
            assertThatThrownBy(() -> reader(Bytes.of(new byte[8], "file.root", "x"), StreamerInfos.read(file))
                            .read("Hit"))
                    .isInstanceOf(RootException.class)
                    .hasMessage("file.root: holds an object of class 'Hit', version 0, but does not describe it");
        }
    }

    @Test
    @DisplayName("nested without end are refused before the stack is full")
    void deep() {
        ByteBuffer lists = ByteBuffer.allocate(100_000);
        byte[] name = "TList\0".getBytes(StandardCharsets.US_ASCII);
        while (lists.remaining() > 64) {
            lists.putShort((short) 3); // a list of version 3, without a TObject
            lists.put((byte) 0).putInt(1).putInt(-1).put(name);
        }
        try (RootFile file = RootFile.open(Tree.real("tree_with_jagged_array.root"))) {
            assertThatThrownBy(() -> reader(Bytes.of(lists.array(), "file.root", "x"), StreamerInfos.read(file))
                            .read("TList"))
                    .isInstanceOf(RootException.class)
                    .hasMessage("file.root: x is damaged: its objects are nested deeper than 100");
        }
    }

    private static ObjectReader reader(Bytes in, StreamerInfos infos) {
        return new ObjectReader(in, infos, Map.of());
    }
}

package org.muonframework.data.format.root.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.root.RootTables;
import org.muonframework.data.format.root.Tree;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.ValueType;

/** Golden values were read with uproot 5.7 from the same files. */
@DisplayName("Types of branches")
class TypesOfTreesTest {

    private static final String CONTAINERS = "uproot-stl_containers.root";

    @ParameterizedTest(name = "{0}")
    @DisplayName("basic ones, alone, as arrays and as variable arrays")
    @CsvSource({
        "I1, BOOL, true",
        "I8, INT8, 1",
        "UI8, UINT8, 1",
        "I16, INT16, 1",
        "UI16, UINT16, 1",
        "I32, INT32, 1",
        "UI32, UINT32, 1",
        "I64, INT64, 1",
        "UI64, UINT64, 1"
    })
    void basic(String name, ValueType type, String second) {
        try (RootFile file = RootFile.open(Tree.real("laurelin_all-types.root"))) {
            assertThat(RootTables.open(file, "Events").columns())
                    .filteredOn(column -> column.name().equals("Scalar" + name)
                            || column.name().equals("Array" + name)
                            || column.name().equals("Slice" + name))
                    .allMatch(column -> column.type() == type)
                    .extracting("depth")
                    .containsExactly(0, 1, 1);
        }
        Map<String, List<Object>> all = Tree.read("laurelin_all-types.root", "Events");
        assertThat(all.get("Scalar" + name).get(1)).hasToString(second);
        assertThat(all.get("Array" + name).get(1))
                .hasToString(List.of(second, second, second).toString());
        assertThat((List<?>) all.get("Slice" + name).get(0)).isEmpty();
        assertThat(all.get("Slice" + name).get(1)).hasToString(List.of(second).toString());
    }

    @ParameterizedTest
    @DisplayName("all of them, in all codecs, in blocks of any size")
    @ValueSource(strings = {"zlib", "lz4", "lzma"})
    void codecs(String codec) {
        assertThat(Tree.read("uproot-sample-6.20.04-" + codec + ".root", "sample", 7, 3))
                .isEqualTo(Tree.read("uproot-sample-6.20.04-uncompressed.root", "sample"));
    }

    @Test
    @DisplayName("sample: scalars, arrays and variable arrays follow their rule")
    void sample() {
        Map<String, List<Object>> sample = Tree.read("uproot-sample-6.20.04-zlib.root", "sample");
        assertThat(sample.get("i4")).isEqualTo(IntStream.range(-15, 15).boxed().toList());
        assertThat(sample.get("ai4").get(0)).isEqualTo(List.of(-14, -13, -12));
        assertThat(sample.get("Ai4").subList(0, 4))
                .isEqualTo(List.of(List.of(), List.of(-15), List.of(-15, -13), List.of(-15, -13, -11)));
        assertThat(sample.get("str").subList(0, 2)).isEqualTo(List.of("hey-0", "hey-1"));
    }

    @Test
    @DisplayName("Double32_t and Float16_t with ranges keep the precision of their bits")
    void packed() {
        Map<String, List<Object>> packed = Tree.read("uproot-double32-float16.root", "tree");
        float[] written = {-2, -1.5f, -1, -0.5f, -0.1f, 0, 0.1f, 0.5f, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (int i = 0; i < written.length; i++) {
            assertThat((double) packed.get("double32_32").get(i)).isEqualTo((double) written[i], within(1.5e-9));
            assertThat((double) packed.get("double32_20").get(i)).isEqualTo((double) written[i], within(6.1e-6));
            assertThat((float) packed.get("float16_10").get(i)).isEqualTo(written[i], within(6.3e-3f));
        }
        assertThat(packed.get("double32_10").subList(0, 3))
                .isEqualTo(List.of(-2.0025097656249997, -1.5060253906249998, -0.99712890625));
        assertThat(packed.get("double32_3").subList(0, 2)).isEqualTo(List.of(-2.71, -1.1212499999999999));
        assertThat(packed.get("array_10").get(1))
                .isEqualTo(List.of(-1.5060254335403442f, -1.5060254335403442f, -1.5060254335403442f));
    }

    @Test
    @DisplayName("several leaves of a branch are columns, one byte after the other")
    void leaves() {
        Map<String, List<Object>> leaves = Tree.read("uproot-leaflist.root", "tree");
        assertThat(leaves.get("leaflist.x")).isEqualTo(List.of(1.1, 2.2, 3.3, 4.0, 5.5));
        assertThat(leaves.get("leaflist.y")).isEqualTo(List.of(1, 2, 3, 4, 5));
        assertThat(leaves.get("leaflist.z"))
                .isEqualTo(List.of((byte) 'a', (byte) 'b', (byte) 'c', (byte) 'd', (byte) 'e'));
    }

    @Test
    @DisplayName("objects that are not split give their members, without the base TObject")
    void object() {
        Map<String, List<Object>> vectors = Tree.read("TLorentzVector.root", "t1");
        assertThat(vectors).containsOnlyKeys("LV.fP.fX", "LV.fP.fY", "LV.fP.fZ", "LV.fE");
        assertThat(vectors.get("LV.fP.fX").subList(0, 3)).isEqualTo(List.of(1.0, 10.0, 100.0));
        assertThat(vectors.get("LV.fE").subList(0, 3)).isEqualTo(List.of(4.0, 40.0, 400.0));
    }

    @Test
    @DisplayName("vectors of vectors are lists of lists")
    void vectorsOfVectors() {
        assertThat(Tree.column("uproot-vectorVectorDouble.root", "t", "x").subList(0, 4))
                .isEqualTo(List.of(
                        List.of(),
                        List.of(List.of(), List.of()),
                        List.of(List.of(10.0), List.of(), List.of(10.0, 20.0)),
                        List.of(List.of(20.0, -21.0, -22.0))));
    }

    @Test
    @DisplayName("texts of all kinds, and vectors of them")
    void texts() {
        List<String> words = List.of("one", "two", "three", "four", "five");
        assertThat(Tree.column(CONTAINERS, "tree", "string")).isEqualTo(words);
        assertThat(Tree.column(CONTAINERS, "tree", "tstring")).isEqualTo(words);
        assertThat(Tree.column(CONTAINERS, "tree", "vector_string").get(2)).isEqualTo(words.subList(0, 3));
        assertThat(Tree.column("uproot-simple.root", "tree", "three"))
                .isEqualTo(List.of("uno", "dos", "tres", "quatro"));
    }

    @Test
    @DisplayName("sets are lists in their order; maps are two lists")
    void containers() {
        assertThat(Tree.column(CONTAINERS, "tree", "vector_set_int32").get(1))
                .isEqualTo(List.of(List.of(1), List.of(1, 2)));
        assertThat(Tree.column(CONTAINERS, "tree", "map_string_vector_int16.first")
                        .get(1))
                .isEqualTo(List.of("one", "two"));
        assertThat(Tree.column(CONTAINERS, "tree", "map_string_vector_int16.second")
                        .get(1))
                .isEqualTo(List.of(List.of((short) 1), List.of((short) 1, (short) 2)));
    }

    @Test
    @DisplayName("members of a split object: arrays, variable arrays, texts and vectors")
    void split() {
        Map<String, List<Object>> event = Tree.read("uproot-nesteddirs.root", "three/tree");
        assertThat(event.get("Beg").get(7)).isEqualTo("beg-007");
        assertThat(event.get("StdStr").get(7)).isEqualTo("std-007");
        assertThat(event.get("P3.Py").get(7)).isEqualTo(7.0);
        assertThat(event.get("SliceI16").get(2)).isEqualTo(List.of((short) 2, (short) 2));
        assertThat(event.get("ArrayF32").get(3)).isEqualTo(Collections.nCopies(10, 3f));
        assertThat(event.get("StlVecStr").get(2)).isEqualTo(List.of("vec-002", "vec-002"));
    }
}

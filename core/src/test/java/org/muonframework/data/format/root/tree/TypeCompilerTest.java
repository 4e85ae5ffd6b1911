package org.muonframework.data.format.root.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.root.Tree;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.streamer.StreamerInfos;
import org.muonframework.data.format.root.table.ValueType;

@DisplayName("Types by their names in C++")
class TypeCompilerTest {

    private static Part compile(String type) throws Unsupported {
        try (RootFile file = RootFile.open(Tree.real("TLorentzVector.root"))) {
            return new TypeCompiler(StreamerInfos.read(file)).type(type);
        }
    }

    @ParameterizedTest
    @DisplayName("make columns of lists")
    @CsvSource(
            delimiter = '|',
            value = {
                "vector<float> | FLOAT32 | 1",
                "std::vector<std::vector<unsigned int> > | UINT32 | 2",
                "vector<vector<vector<Long64_t>>> | INT64 | 3",
                "vector<int,allocator<int> > | INT32 | 1",
                "set<string> | STRING | 1",
                "vector<Double32_t> | FLOAT64 | 1",
                "string | STRING | 0"
            })
    void lists(String type, ValueType values, int depth) throws Unsupported {
        assertThat(compile(type).shapes("x", 0)).containsExactly(new Shape("x", values, depth));
    }

    @Test
    @DisplayName("make columns of the members of objects in lists")
    void objects() throws Unsupported {
        assertThat(compile("vector<TLorentzVector>").shapes("p4", 0))
                .containsExactly(
                        new Shape("p4.fP.fX", ValueType.FLOAT64, 1),
                        new Shape("p4.fP.fY", ValueType.FLOAT64, 1),
                        new Shape("p4.fP.fZ", ValueType.FLOAT64, 1),
                        new Shape("p4.fE", ValueType.FLOAT64, 1));
    }

    @ParameterizedTest
    @DisplayName("that are not described are refused by name")
    @ValueSource(strings = {"Hit", "vector<Hit>", "map<int,Hit>"})
    void unknown(String type) {
        assertThatThrownBy(() -> compile(type)).isInstanceOf(Unsupported.class).hasMessage("unsupported class 'Hit'");
    }

    @Test
    @DisplayName("that are nested without end are refused")
    void deep() {
        String type = "vector<".repeat(50) + "int" + ">".repeat(50);
        assertThatThrownBy(() -> compile(type))
                .isInstanceOf(Unsupported.class)
                .hasMessageEndingWith("it is nested too deep");
    }
}

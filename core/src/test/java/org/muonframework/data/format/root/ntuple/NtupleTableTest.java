package org.muonframework.data.format.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;

/** Ntuples that ROOT wrote; other readers of them give the same values. */
class NtupleTableTest {

    private static final String MUONS = "Run2012BC_DoubleMuParked_Muons_1000evts_rntuple_v1-0-0-0";
    private static final String NANOAOD = "cmsopendata2015_ttbar_19980_NANOAOD_RNTupleImporter_rntuple_v1-0-0-1";

    @Test
    void muonsOfRealCollisionsMakeThePeaksThatTheyShould() {
        Map<String, List<Object>> columns = Ntuples.read(real(MUONS));

        List<List<Double>> pt = lists(columns, "Muon_pt");
        assertThat(pt).hasSize(1000);
        assertThat(pt.stream().mapToInt(List::size).sum()).isEqualTo(2372);
        List<List<Double>> eta = lists(columns, "Muon_eta");
        List<List<Double>> phi = lists(columns, "Muon_phi");
        List<List<Double>> charge = lists(columns, "Muon_charge");
        List<Double> masses = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            if (pt.get(i).size() == 2 && charge.get(i).get(0) * charge.get(i).get(1) < 0) {
                masses.add(mass(pt.get(i), eta.get(i), phi.get(i)));
            }
        }
        assertThat(masses).hasSize(415);
        assertThat(masses).filteredOn(mass -> mass > 2.9 && mass < 3.3).hasSize(47);
        assertThat(masses).filteredOn(mass -> mass > 81 && mass < 101).hasSize(81);
    }

    @Test
    void projectedFieldsShowTheColumnsOfOthers() {
        Map<String, List<Object>> columns = Ntuples.read(real(MUONS));

        assertThat(columns.get("Muon_pt")).isEqualTo(columns.get("_collection0.Muon_pt"));
        assertThat(columns.get("nMuon"))
                .isEqualTo(columns.get("Muon_pt").stream()
                        .map(list -> ((List<?>) list).size())
                        .toList());
    }

    @Test
    void readsTheFieldsOfACmsNanoaodFile() {
        try (RootFile file = RootFile.open(real(NANOAOD))) {
            NtupleTable table = Ntuples.open(file);

            assertThat(table.name()).isEqualTo("Events");
            assertThat(table.rows()).isEqualTo(10);
            assertThat(table.unreadable()).isEmpty();
            assertThat(table.columns())
                    .hasSize(1291)
                    .contains(column("run", ValueType.UINT32, 0), column("HLT_IsoMu20", ValueType.BOOL, 0));
            Map<String, List<Object>> columns =
                    Ntuples.read(table.open(List.of("event", "SV_pt", "nSV", "SV_ntracks"), 0, 10, 3, 2));
            assertThat(columns.get("event"))
                    .isEqualTo(IntStream.range(0, 10)
                            .mapToObj(i -> 44_727_241L + i)
                            .toList());
            assertThat(columns.get("SV_pt"))
                    .startsWith(
                            List.of(6.7070312f, 8.6796875f, 3.7714844f, 27.34375f), List.of(10.296875f, 14.796875f));
            assertThat(columns.get("nSV")).isEqualTo(List.of(4, 2, 3, 0, 3, 0, 0, 2, 2, 5));
            assertThat(columns.get("SV_ntracks").get(9))
                    .isEqualTo(List.of((byte) 2, (byte) 2, (byte) 2, (byte) 2, (byte) 2));
        }
    }

    @Test
    void readsNumbersAndTexts() {
        Map<String, List<Object>> columns = Ntuples.read(real("ntpl001_staff_rntuple_v1-0-0-0"));

        assertThat(columns)
                .containsOnlyKeys(
                        "Category",
                        "Flag",
                        "Age",
                        "Service",
                        "Children",
                        "Grade",
                        "Step",
                        "Hrweek",
                        "Cost",
                        "Division",
                        "Nation");
        assertThat(columns.get("Cost")).hasSize(3354).startsWith(11975, 10228, 10730, 9311);
        assertThat(columns.get("Division")).startsWith("PS", "EP", "PS");
        assertThat(columns.get("Nation")).startsWith("DE", "CH", "FR", "FR");
    }

    @Test
    void readsListsOfChangingLength() {
        Map<String, List<Object>> columns = Ntuples.read(real("test_1jag_int_float_rntuple_v1-0-0-0"));

        assertThat(columns.get("one_v_integers"))
                .hasSize(100)
                .startsWith(List.of(), List.of(100), List.of(100, 99), List.of(100, 99, 98));
        assertThat(columns.get("two_v_floats")).startsWith(List.of(), List.of(10.0f), List.of(10.0f, 9.9f));
    }

    @ParameterizedTest
    @CsvSource({
        "trunc10, 1.0, 1.31941395E13, -4.2351647E-22, -1.5",
        "trunc16, 1.234375, 1.46372485E13, -6.2865727E-22, -1.8984375",
        "trunc31, 1.2345679, 1.46601536E13, -6.2875986E-22, -1.9060667",
        "quant1, 3, 3, -2, -2",
        "quant8, 1.2352941, 1.6666666, 0, -1.9019607",
        "quant20, 1.234566, 1.6666666, 0, -1.9060677",
        "quant32, 1.2345679, 1.6666666, 0, -1.9060668"
    })
    void readsNumbersOfReducedPrecision(String column, float first, float second, float third, float fourth) {
        assertThat(Ntuples.read(real("test_float_types_rntuple_v1-0-0-0")).get(column))
                .containsExactly(first, second, third, fourth);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 250, 1000})
    void readsSeveralGroupsOfClustersInBlocksOfAnySize(int blockRows) {
        Map<String, List<Object>> columns =
                Ntuples.read(real("test_multiple_cluster_groups_rntuple_v1-0-0-0"), blockRows, 2);

        assertThat(columns.get("one"))
                .isEqualTo(IntStream.range(0, 1000).boxed().toList());
        assertThat(columns.get("int_vector"))
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(i -> List.of((short) i, (short) (i + 1)))
                        .toList());
    }

    @Test
    void readsSomeRowsOnly() {
        try (RootFile file = RootFile.open(real("test_multiple_cluster_groups_rntuple_v1-0-0-0"))) {
            NtupleTable table = Ntuples.open(file);

            Map<String, List<Object>> columns = Ntuples.read(table.open(List.of("int_vector"), 498, 503, 2, 1));

            assertThat(columns).containsOnlyKeys("int_vector");
            assertThat(columns.get("int_vector"))
                    .isEqualTo(IntStream.range(498, 503)
                            .mapToObj(i -> List.of((short) i, (short) (i + 1)))
                            .toList());
            assertThat(table.open(List.of("one"), 5, 5, 2, 1).next()).isEmpty();
        }
    }

    @Test
    void readsWhatTheStandardLibraryOfCppHas() {
        Map<String, List<Object>> columns = Ntuples.read(real("test_stl_containers_rntuple_v1-0-0-0"));

        assertThat(columns.get("string")).containsExactly("one", "two", "three", "four", "five");
        assertThat(columns.get("array_float")).startsWith(List.of(1f, 1f, 1f), List.of(2f, 2f, 2f));
        assertThat(columns.get("vector_vector_int32")).startsWith(List.of(List.of(1)), List.of(List.of(1), List.of(2)));
        assertThat(columns.get("vector_vector_string"))
                .startsWith(List.of(List.of("one")), List.of(List.of("one"), List.of("two")));
        assertThat(columns.get("pair_int32_string._1")).startsWith("one", "two");
        assertThat(columns.get("vector_tuple_int32_string._0")).startsWith(List.of(1), List.of(1, 2));
        assertThat(columns.get("vector_tuple_int32_string._1")).startsWith(List.of("one"), List.of("one", "two"));
        assertThat(columns.get("lorentz_vector.pt")).containsExactly(1f, 2f, 3f, 4f, 5f);
        assertThat(columns.get("array_lv.mass")).startsWith(List.of(1f, 1f, 1f));
    }

    @Test
    void tellsWhichFieldsCannotBeRead() {
        try (RootFile file = RootFile.open(real("test_stl_containers_rntuple_v1-0-0-0"))) {
            assertThat(Ntuples.open(file).unreadable())
                    .containsEntry("variant_int32_string", "unsupported type 'std::variant<std::int32_t,std::string>'")
                    .containsOnlyKeys("variant_int32_string", "vector_variant_int64_string");
        }
    }

    @Test
    void refusesFormatsBeforeTheFirstOne() {
        Path path = Tables.real("bad-input/experimental-rntuple_splitint_5e4.root");
        try (RootFile file = RootFile.open(path, "old.root")) {
            assertThatThrownBy(() -> Ntuples.open(file))
                    .isInstanceOf(RootException.class)
                    .hasMessage(
                            "old.root: ntuple 'ntuple': was written in an experimental RNTuple format before version"
                                    + " 1.0, which is not read; write it again with ROOT 6.34 or newer");
        }
    }

    @Test
    void refusesColumnsThatAreNotThere() {
        try (RootFile file = RootFile.open(real(MUONS))) {
            NtupleTable table = Ntuples.open(file);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.open(List.of("Muon_energy"), 0, 1, 1, 1))
                    .withMessageContaining("Muon_energy");
            assertThatIllegalArgumentException().isThrownBy(() -> table.open(List.of(), 0, 1001, 1, 1));
        }
    }

    @Test
    void readersOfOneTableDoNotDisturbEachOther() {
        try (RootFile file = RootFile.open(real(MUONS))) {
            NtupleTable table = Ntuples.open(file);
            List<String> columns =
                    table.columns().stream().map(RootColumn::name).toList();
            Map<String, List<Object>> expected = Ntuples.read(table.open(columns, 0, 1000, 1000, 1));

            assertThat(Stream.of(1, 2, 3, 4)
                            .parallel()
                            .map(threads -> Ntuples.read(table.open(columns, 0, 1000, 10 * threads, threads)))
                            .collect(Collectors.toSet()))
                    .containsExactly(expected);
        }
    }

    private static Path real(String name) {
        return Tables.real("root-rntuple/" + name + ".root");
    }

    private static RootColumn column(String name, ValueType type, int depth) {
        return new RootColumn(name, type, depth, "");
    }

    private static List<List<Double>> lists(Map<String, List<Object>> columns, String name) {
        return columns.get(name).stream()
                .map(list -> ((List<?>) list)
                        .stream().map(value -> ((Number) value).doubleValue()).toList())
                .toList();
    }

    /** Invariant mass of two muons, in GeV; their own masses do not matter here. */
    private static double mass(List<Double> pt, List<Double> eta, List<Double> phi) {
        return Math.sqrt(
                2 * pt.get(0) * pt.get(1) * (Math.cosh(eta.get(0) - eta.get(1)) - Math.cos(phi.get(0) - phi.get(1))));
    }
}

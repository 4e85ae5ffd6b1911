package org.muonframework.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.spi.problem.DataException;

/** Files of others: muon pairs of CMS in two layouts, a simulation of Drell-Yan pairs, and tests of jHDF. */
class HdfRealDataTest {

    @ParameterizedTest
    @CsvSource({
        "dimuons_100k.hdf5, 100000, 25",
        "dimuons_hepfile.h5, 100000, 12",
        "mc_dy_1000collisions.hdf5, 1000, 25",
        "small_cms_test_file.hdf5, 10, 25",
        "hepfile_FOR_TESTS.hdf5, 10, 12",
        "jhdf_compound_datasets_latest.hdf5, 4, 6",
        "jhdf_test_vlen_datasets_latest.hdf5, 3, 22",
        "jhdf_test_chunked_datasets_latest.hdf5, 100, 1",
        "jhdf_test_compressed_chunked_datasets_earliest.hdf5, 7, 6",
        "jhdf_test_compressed_chunked_datasets_latest.hdf5, 7, 6",
    })
    void opensTheLargestTable(String name, long rows, int columns) {
        TableFile table = open(name);

        assertThat(table.rows()).isEqualTo(OptionalLong.of(rows));
        assertThat(table.schema().columns()).hasSize(columns);
        assertThat(Tables.read(table).values())
                .allSatisfy(values -> assertThat(values).hasSize((int) rows));
    }

    @Test
    void findsThePeaksInTheMassOfMuonPairs() {
        Map<String, List<Object>> muons = Tables.read(open("dimuons_100k.hdf5"));
        List<Double> masses = oppositeSignMasses(muons);

        assertThat(masses).hasSize(63_946);
        assertThat(within(masses, 2.9, 3.3)).as("J/psi").isEqualTo(10_802);
        assertThat(within(masses, 9.0, 10.6)).as("Upsilon").isEqualTo(6_516);
        assertThat(within(masses, 81, 101)).as("Z").isEqualTo(385);
    }

    /** In the one file, py is called pz, and the other way round. */
    @Test
    void readsTheSameEventsFromBothLayouts() {
        Map<String, List<Object>> all = Tables.read(open("dimuons_100k.hdf5"));
        Map<String, List<Object>> single = Tables.read(open("dimuons_hepfile.h5"));
        Map<String, String> names = Map.of("e", "e", "px", "px", "py", "pz", "pz", "py", "q", "q");

        names.forEach((name, other) -> {
            List<Object> joined = new ArrayList<>();
            for (int event = 0; event < 100_000; event++) {
                List<Object> pair =
                        new ArrayList<>((List<?>) single.get("muon1_" + other).get(event));
                pair.addAll((List<?>) single.get("muon2_" + other).get(event));
                joined.add(pair);
            }
            assertThat(all.get("muons_" + name).equals(joined)).as(name).isTrue();
        });
    }

    @Test
    void readsEventsWithDifferentNumbersOfMuons() {
        Map<String, List<Object>> events = Tables.read(open("mc_dy_1000collisions.hdf5"));

        for (int muons = 0; muons <= 2; muons++) {
            assertThat(Collections.frequency(events.get("muons_nmuons"), (long) muons))
                    .isEqualTo(List.of(9, 340, 651).get(muons));
        }
        assertThat(within(oppositeSignMasses(events), 81, 101)).isEqualTo(567);
        assertThat(events.get("METx")).startsWith(-40.7341f);
    }

    @Test
    void readsACollectionAsATableOfItsOwn() {
        TableFile muons =
                Formats.open(InputFile.of(Tables.real("hdf5/mc_dy_1000collisions.hdf5")), Tables.OPTIONS.of("muons"));

        assertThat(muons.schema().names()).containsExactly("nmuons", "e", "px", "py", "pz", "q");
        assertThat(muons.rows()).hasValue(1000);
    }

    @Test
    void readsRecordsAndListsThatJhdfTestsWith() {
        Map<String, List<Object>> people = Tables.read(open("jhdf_compound_datasets_latest.hdf5"));
        Map<String, List<Object>> lists = Tables.read(open("jhdf_test_vlen_datasets_latest.hdf5"));

        assertThat(people.get("firstName")).containsExactly("Bob", "Peter", "James", "Ellie");
        assertThat(people.get("surname")).containsExactly("Smith", "Fletcher", "Mudd", "Kyle");
        assertThat(people.get("vector").get(1)).isEqualTo(List.of(16.2f, 2.2f, -32.4f));
        assertThat(lists.get("vlen_uint64_data")).isEqualTo(lists.get("vlen_int8_data_chunked"));
        assertThat(lists.get("vlen_int16_data").get(0)).isEqualTo(List.of(0L));
    }

    @Test
    void saysThatAFileOfScalarsHoldsNoTable() {
        assertThatThrownBy(() -> open("jhdf_test_scalar_empty_datasets_latest.hdf5"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no table");
    }

    @Test
    void refusesAFileThatIsOpenForWriting() {
        assertThatThrownBy(() -> Formats.open(
                        InputFile.of(Tables.real("bad-input/jhdf_byteshuffle_open-for-write.hdf5")), Tables.OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is marked as open for writing");
    }

    private static TableFile open(String name) {
        return Formats.open(InputFile.of(Tables.real("hdf5/" + name)), Tables.OPTIONS);
    }

    private static List<Double> oppositeSignMasses(Map<String, List<Object>> events) {
        List<Double> masses = new ArrayList<>();
        List<Object> charges = events.get("muons_q");
        for (int event = 0; event < charges.size(); event++) {
            List<?> charge = (List<?>) charges.get(event);
            if (charge.size() == 2 && (long) charge.get(0) * (long) charge.get(1) < 0) {
                double square = Math.pow(sum(events.get("muons_e").get(event)), 2);
                for (String component : List.of("muons_px", "muons_py", "muons_pz")) {
                    square -= Math.pow(sum(events.get(component).get(event)), 2);
                }
                masses.add(Math.sqrt(Math.max(0, square)));
            }
        }
        return masses;
    }

    private static double sum(Object pair) {
        return ((List<?>) pair).stream().mapToDouble(value -> (float) value).sum();
    }

    private static long within(List<Double> masses, double low, double high) {
        return masses.stream().filter(mass -> mass >= low && mass < high).count();
    }
}

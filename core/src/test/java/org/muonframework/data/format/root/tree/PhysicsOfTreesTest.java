package org.muonframework.data.format.root.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.root.Tree;

@DisplayName("Physics in trees of real files")
class PhysicsOfTreesTest {

    @Test
    @DisplayName("Zmumu: the mass of the pair of four-vectors is the column M to 3e-8 GeV")
    void zMasses() {
        Map<String, List<Object>> z = Tree.read("uproot-Zmumu-zlib.root", "events");
        for (int i = 0; i < 2304; i++) {
            double e = at(z, "E1", i) + at(z, "E2", i);
            double px = at(z, "px1", i) + at(z, "px2", i);
            double py = at(z, "py1", i) + at(z, "py2", i);
            double pz = at(z, "pz1", i) + at(z, "pz2", i);
            assertThat(Math.sqrt(e * e - px * px - py * py - pz * pz)).isEqualTo(at(z, "M", i), within(3.1e-8));
        }
    }

    @ParameterizedTest
    @DisplayName("Zmumu: all codecs hold the same values")
    @ValueSource(strings = {"-lz4", "-lzma", "-zstd", "-uncompressed", ""})
    void zCodecs(String codec) {
        assertThat(Tree.read("uproot-Zmumu" + codec + ".root", "events", 1000, 2))
                .isEqualTo(Tree.read("uproot-Zmumu-zlib.root", "events"));
    }

    @Test
    @DisplayName("HZZ: numbers of muons, and opposite-sign pairs near the Z")
    void hzzMuons() {
        Map<String, List<Object>> hzz = Tree.read("uproot-HZZ.root", "events");
        long[] events = new long[5];
        long pairs = 0;
        for (int i = 0; i < 2421; i++) {
            List<?> charge = (List<?>) hzz.get("Muon_Charge").get(i);
            events[charge.size()]++;
            if (charge.size() == 2 && (int) charge.get(0) * (int) charge.get(1) < 0) {
                double e = sum(hzz, "Muon_E", i);
                double px = sum(hzz, "Muon_Px", i);
                double py = sum(hzz, "Muon_Py", i);
                double pz = sum(hzz, "Muon_Pz", i);
                double mass = Math.sqrt(Math.max(0, e * e - px * px - py * py - pz * pz));
                pairs += mass > 81 && mass < 101 ? 1 : 0;
            }
        }
        assertThat(events).containsExactly(59, 949, 1371, 34, 8);
        assertThat(pairs).isEqualTo(1167);
    }

    @ParameterizedTest
    @DisplayName("HZZ: all codecs hold the same values")
    @ValueSource(strings = {"-lz4", "-zstd"})
    void hzzCodecs(String codec) {
        assertThat(Tree.read("uproot-HZZ" + codec + ".root", "events", 500, 2))
                .isEqualTo(Tree.read("uproot-HZZ.root", "events"));
    }

    @Test
    @DisplayName("HZZ: the muons written as vector<TLorentzVector> are the flat ones")
    void hzzObjects() {
        Map<String, List<Object>> objects = Tree.read("uproot-HZZ-objects.root", "events", 700, 2);
        Map<String, List<Object>> flat = Tree.read("uproot-HZZ.root", "events");
        assertThat(doubles(flat.get("Muon_Px"))).isEqualTo(objects.get("muonp4.fP.fX"));
        assertThat(doubles(flat.get("Muon_Py"))).isEqualTo(objects.get("muonp4.fP.fY"));
        assertThat(doubles(flat.get("Muon_Pz"))).isEqualTo(objects.get("muonp4.fP.fZ"));
        assertThat(doubles(flat.get("Muon_E"))).isEqualTo(objects.get("muonp4.fE"));
        assertThat(flat.get("Muon_Charge")).isEqualTo(objects.get("muonq"));
        assertThat(doubles(flat.get("MET_px"))).isEqualTo(objects.get("MET.fX"));
    }

    @Test
    @DisplayName("toy events: the last two tracks of each are a pair of 125 GeV")
    void toyPairs() {
        Map<String, List<Object>> toy = Tree.read("benwaugh_dimuon_events.root", "events", 999, 2);
        assertThat(toy.get("E")).hasSize(10_000);
        for (int i = 0; i < 10_000; i++) {
            int tracks = ((List<?>) toy.get("E").get(i)).size();
            double[] sum = new double[4];
            for (int k = tracks - 2; k < tracks; k++) {
                double pt = Math.abs(of(toy, "qpt", i, k));
                sum[0] += of(toy, "E", i, k);
                sum[1] += pt * Math.cos(of(toy, "phi", i, k));
                sum[2] += pt * Math.sin(of(toy, "phi", i, k));
                sum[3] += pt / Math.tan(of(toy, "theta", i, k));
            }
            double mass = Math.sqrt(sum[0] * sum[0] - sum[1] * sum[1] - sum[2] * sum[2] - sum[3] * sum[3]);
            assertThat(mass).isEqualTo(125, within(0.001));
        }
    }

    @Test
    @DisplayName("H2DiMuon: members of split containers and objects, in a nested directory")
    void splitObjects() {
        Map<String, List<Object>> events = Tree.read("root4j_test_1.root", "ntuplemaker_H2DiMuonMaker/Events");
        assertThat(events.keySet()).hasSize(138);
        assertThat(events.get("_event")).hasSize(964);
        assertThat(events.keySet()).contains("_run", "_sumEt", "Muons._pt", "Muons._track._pt", "Muons._isHLTMatched");
        for (String container : List.of("Muons", "Jets", "Vertices", "Electrons", "Taus")) {
            String member = Map.of("Muons", "_pt", "Jets", "_px", "Vertices", "_x", "Electrons", "_pt", "Taus", "_pt")
                    .get(container);
            List<Integer> sizes = events.get(container + "." + member).stream()
                    .map(list -> ((List<?>) list).size())
                    .toList();
            assertThat(events.get(container + "_")).isEqualTo(sizes);
        }
    }

    @Test
    @DisplayName("small DY: entries without offsets are found by the branch that counts them")
    void withoutOffsets() {
        Map<String, List<Object>> with = Tree.read("uproot-small-dy-withoffsets.root", "tree");
        Map<String, List<Object>> without = Tree.read("uproot-small-dy-nooffsets.root", "tree", 100, 2);
        assertThat(without).isEqualTo(with);
        assertThat(IntStream.range(0, 501)
                        .mapToObj(i -> ((List<?>) with.get("Muon_pt").get(i)).size())
                        .toList())
                .isEqualTo(with.get("nMuon"));
    }

    private static double at(Map<String, List<Object>> columns, String name, int row) {
        return ((Number) columns.get(name).get(row)).doubleValue();
    }

    private static double of(Map<String, List<Object>> columns, String name, int row, int element) {
        return ((Number) ((List<?>) columns.get(name).get(row)).get(element)).doubleValue();
    }

    private static double sum(Map<String, List<Object>> columns, String name, int row) {
        return of(columns, name, row, 0) + of(columns, name, row, 1);
    }

    private static List<Object> doubles(List<Object> column) {
        return column.stream()
                .<Object>map(value -> value instanceof List<?> list
                        ? list.stream().map(x -> ((Number) x).doubleValue()).toList()
                        : ((Number) value).doubleValue())
                .toList();
    }
}

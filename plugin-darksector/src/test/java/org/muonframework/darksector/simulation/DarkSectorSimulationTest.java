package org.muonframework.darksector.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;

class DarkSectorSimulationTest {

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(DatasetProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(DarkSectorSimulation.class);
        assertThat(new DarkSectorSimulation().name()).isEqualTo("darksector-simulation");
    }

    @Test
    @DisplayName("16 features of the candidate and 28 inputs of the event; masses are spectators; all are described")
    void roles() {
        Schema schema = Rows.dataset(Rows.background(10), 1, 1).schema();
        assertThat(names(schema, ColumnRole.FEATURE))
                .hasSize(44)
                .startsWith(
                        "dr",
                        "d0",
                        "z0",
                        "eRec",
                        "ptPlus",
                        "ptMinus",
                        "ptMax",
                        "ptMin",
                        "mRec",
                        "pCand",
                        "cosCand",
                        "helicity",
                        "recoilHelicity",
                        "opening",
                        "pRecoilMin",
                        "pRecoilMax",
                        "muon1E",
                        "muon1Px")
                .endsWith("pair4Dr", "pair4D0", "pair4Z0");
        assertThat(names(schema, ColumnRole.SPECTATOR)).containsExactly("mass", "m4");
        assertThat(names(schema, ColumnRole.TRUTH))
                .containsExactly("isTruth", "signalEvent", "genMass", "process", "generated", "sigmaRef");
        assertThat(names(schema, ColumnRole.KEY)).containsExactly("event");
        assertThat(names(schema, ColumnRole.INDEX)).containsExactly("candidate");
        assertThat(names(schema, ColumnRole.LABEL)).containsExactly("label");
        assertThat(names(schema, ColumnRole.WEIGHT)).containsExactly("weight");
        assertThat(schema.columns()).allMatch(column -> !column.description().isBlank());
        assertThat(schema.classes()).containsExactly("background", "signal");
    }

    @Test
    @DisplayName("every event has four candidates; of signal exactly one is true, of background none")
    void candidates() {
        Rows rows = Rows.of(settings(List.of(0.3, 2.0, 8.0), 300, 400, false), 4, 2);
        assertThat(rows.size()).isEqualTo(4 * 1300);
        for (int event = 0; event < 1300; event++) {
            int first = 4 * event;
            assertThat(Arrays.copyOfRange(rows.get("candidate"), first, first + 4))
                    .containsExactly(0, 1, 2, 3);
            assertThat(Arrays.copyOfRange(rows.get("event"), first, first + 4)).containsOnly(event + 1);
            double truth =
                    DoubleStream.of(rows.get("isTruth")).skip(first).limit(4).sum();
            assertThat(truth).isEqualTo(event < 900 ? 1 : 0);
            assertThat(rows.get("signalEvent")[first]).isEqualTo(event < 900 ? 1 : 0);
        }
        assertThat(DoubleStream.of(rows.get("m4"))).allMatch(mass -> mass > 10 && mass < 11);
    }

    @Test
    @DisplayName("the number of a candidate does not give the truth away: each is the true one")
    void numbersAreNotTheTruth() {
        Rows rows = Rows.of(Rows.signal(2000, 5.0), 4, 2);
        for (int k = 0; k < 4; k++) {
            int candidate = k;
            assertThat(rows.sum("isTruth", row -> rows.get("candidate")[row] == candidate) / 2000)
                    .isBetween(0.01, 0.7);
        }
    }

    @Test
    @DisplayName("the label asks for the truth and for a mass within 0.25 GeV of it")
    void label() {
        Rows rows = Rows.of(settings(List.of(9.5), 3000, 500, false), 4, 2);
        for (int row = 0; row < rows.size(); row++) {
            boolean near = Math.abs(rows.get("mass")[row] - 9.5) < 0.25;
            assertThat(rows.get("label")[row]).isEqualTo(near ? rows.get("isTruth")[row] : 0);
        }
        assertThat(rows.sum("label", row -> true)).isPositive();
    }

    @Test
    @DisplayName("background: -999 as mass, nothing generated, and weights of 66.7 + 20.7 fb times the luminosity")
    void background() {
        Rows rows = Rows.of(Rows.background(20_000), 4, 2);
        assertThat(rows.get("genMass")).containsOnly(-999);
        assertThat(rows.get("generated")).containsOnly(0);
        assertThat(rows.get("sigmaRef")).containsOnly(0);
        assertThat(expected(rows, 1)).isCloseTo(66.7 * 178, within(0.04 * 66.7 * 178));
        assertThat(expected(rows, 2)).isCloseTo(20.7 * 178, within(0.04 * 20.7 * 178));
        double squares = DoubleStream.of(rows.get("weight")).map(w -> w * w).sum();
        double sum = DoubleStream.of(rows.get("weight")).sum();
        assertThat(sum * sum / squares / rows.size()).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("weights are proportional to the luminosity and do not depend on the number of events")
    void luminosity() {
        DarkSectorSettings large = new DarkSectorSettings(List.of(), 0, 5000, Optional.empty(), 50_000, true, false);
        Rows belle = Rows.of(Rows.background(5000), 4, 2);
        Rows future = Rows.of(large, 4, 2);
        for (int row = 0; row < belle.size(); row++) {
            assertThat(future.get("weight")[row] / belle.get("weight")[row]).isCloseTo(50_000 / 178.0, within(1e-9));
        }
        double few = DoubleStream.of(belle.get("weight")).sum();
        double many = DoubleStream.of(Rows.of(Rows.background(20_000), 5, 2).get("weight"))
                .sum();
        assertThat(many / few).isCloseTo(1, within(0.05));
    }

    @Test
    @DisplayName("signal: weight 1; numbers generated and cross section are the same for a mass")
    void signal() {
        Rows rows = Rows.of(Rows.signal(1500, 1.0, 4.0), 4, 2);
        assertThat(rows.get("weight")).containsOnly(1);
        for (double mass : new double[] {1, 4}) {
            Rows one = rows.where(row -> rows.get("genMass")[row] == mass);
            assertThat(one.size()).isEqualTo(6000);
            assertThat(DoubleStream.of(one.get("generated")).distinct()).hasSize(1);
            assertThat(one.get("sigmaRef")).containsOnly(new SignalCrossSection(mass).total(true));
        }
    }

    @Test
    @DisplayName("others: 5 % of the background; the converted photon far from the beams, pions at the ρ")
    void others() {
        Rows all = Rows.of(settings(List.of(1.0), 0, 4000, true), 4, 2);
        Rows others = all.where(row -> all.get("process")[row] == 3);
        assertThat(others.size()).isEqualTo(4 * 200);
        double share = expected(all, 3) / DoubleStream.of(all.get("weight")).sum() * 4;
        assertThat(share).isCloseTo(0.05, within(0.005));
        double[] dr = others.get("dr");
        double[] mass = others.get("mass");
        assertThat(IntStream.range(0, dr.length)
                        .filter(i -> dr[i] > 0.9 && mass[i] < 0.41)
                        .count())
                .isBetween(20L, 200L);
        assertThat(IntStream.range(0, dr.length)
                        .filter(i -> dr[i] < 0.5 && mass[i] > 0.5 && mass[i] < 0.9)
                        .count())
                .isGreaterThan(10);
        assertThat(all.where(row -> all.get("process")[row] != 3).get("process"))
                .doesNotContain(0, 3);
    }

    @Test
    @DisplayName("1 and 4 threads give the same rows; another seed gives others")
    void threads() {
        DarkSectorSettings settings = settings(List.of(0.5, 3.0), 1500, 3000, true);
        Rows one = Rows.of(settings, 7, 1);
        Rows four = Rows.of(settings, 7, 4);
        one.columns()
                .forEach((name, values) -> assertThat(four.get(name)).as(name).isEqualTo(values));
        assertThat(Arrays.equals(Rows.of(settings, 8, 2).get("mass"), one.get("mass")))
                .isFalse();
    }

    @Test
    @DisplayName("the events are the same whatever columns are asked for")
    void columnsDoNotMatter() {
        DarkSectorSettings settings = settings(List.of(0.5), 500, 3000, false);
        Rows all = Rows.of(settings, 7, 2);
        for (Set<String> names : List.of(Set.of("mass", "weight"), Set.of("pair2Z0", "muon3Py"))) {
            Rows few = Rows.of(Rows.dataset(settings, 7, 2), names);
            names.forEach(name -> assertThat(few.get(name)).isEqualTo(all.get(name)));
        }
    }

    @Test
    @DisplayName("without radiation of the beams the four muons have all the energy, as far as it is measured")
    void withoutRadiation() {
        Rows rows =
                Rows.of(new DarkSectorSettings(List.of(2.0), 1000, 1000, Optional.empty(), 178, false, false), 4, 2);
        double[] m4 = rows.get("m4");
        assertThat(DoubleStream.of(m4).average().orElseThrow()).isCloseTo(10.58, within(0.005));
        assertThat(rows.get("sigmaRef")[0]).isEqualTo(new SignalCrossSection(2).total(false));
    }

    @Test
    @DisplayName("all values are finite, up to the heaviest and down to the lightest Z'")
    void finite() {
        Rows rows = Rows.of(settings(List.of(0.2114, 9.9, 10.1), 300, 3000, true), 7, 2);
        rows.columns()
                .forEach((name, values) ->
                        assertThat(DoubleStream.of(values)).as(name).allMatch(Double::isFinite));
    }

    /** Events of a process that are expected, one of four rows being counted. */
    private static double expected(Rows rows, int process) {
        return rows.sum("weight", row -> rows.get("process")[row] == process) / 4;
    }

    private static DarkSectorSettings settings(List<Double> masses, long perMass, long background, boolean others) {
        return new DarkSectorSettings(masses, perMass, background, Optional.empty(), 178, true, others);
    }

    private static List<String> names(Schema schema, ColumnRole role) {
        return schema.withRole(role).stream().map(ColumnSpec::name).toList();
    }
}

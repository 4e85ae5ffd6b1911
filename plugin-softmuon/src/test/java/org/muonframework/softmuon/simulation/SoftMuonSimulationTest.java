package org.muonframework.softmuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

class SoftMuonSimulationTest {

    private static final List<String> RUN_2 = List.of(
            "author",
            "spectrometerFieldIntegral",
            "middleLargeHits",
            "middleSmallHits",
            "outerLargeHits",
            "outerSmallHits",
            "numberOfPixelHits",
            "numberOfPixelDeadSensors",
            "momentumBalanceSignificance",
            "qOverPSignificance",
            "reducedChi2",
            "reducedChi2_ID",
            "reducedChi2_ME",
            "rhoPrime",
            "scatteringCurvatureSignificance",
            "scatteringNeighbourSignificance",
            "segmentDeltaEta");
    private static final List<String> RUN_3 =
            List.of("MMHits", "etaLayer1STGCHits", "etaLayer2STGCHits", "phiLayer1STGCHits", "phiLayer2STGCHits");

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(DatasetProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(SoftMuonSimulation.class);
        assertThat(new SoftMuonSimulation().name()).isEqualTo("softmuon-simulation");
    }

    @Test
    @DisplayName("without settings: 200 000 muons of Run 2, 80 % signal, the nominal generator")
    void defaults() {
        assertThat(new SettingsBinder().defaults(SoftMuonSettings.class))
                .isEqualTo(new SoftMuonSettings(200_000, 2, 0.8, Generator.NOMINAL));
    }

    @Test
    @DisplayName("the features are the 17 inputs of Run 2, in order, and 5 more in Run 3; all begin with softmu_")
    void inputs() {
        assertThat(features(2)).isEqualTo(prefixed(RUN_2));
        assertThat(features(3).subList(0, 17)).isEqualTo(prefixed(RUN_2));
        assertThat(features(3).subList(17, 22)).isEqualTo(prefixed(RUN_3));
    }

    @Test
    @DisplayName("pT, directions and the jet are spectators; every column says what it is")
    void roles() {
        Schema schema = dataset(3).schema();
        assertThat(names(schema, ColumnRole.SPECTATOR))
                .isEqualTo(prefixed(List.of(
                        "pt", "eta", "phi", "jet_pt", "jet_eta", "jet_phi", "jet_e", "pTrel", "z", "ptRatio", "dR",
                        "nprec")));
        assertThat(names(schema, ColumnRole.TRUTH))
                .isEqualTo(prefixed(List.of("source", "genPt", "decayRadius", "momentumFraction", "kink")));
        assertThat(names(schema, ColumnRole.KEY)).containsExactly("event");
        assertThat(names(schema, ColumnRole.LABEL)).containsExactly("label");
        assertThat(names(schema, ColumnRole.WEIGHT)).containsExactly("weight");
        assertThat(schema.classes()).containsExactly("background", "signal");
        assertThat(schema.columns()).allMatch(column -> !column.description().isBlank());
        assertThat(schema.find("softmu_pt").orElseThrow().title()).isEqualTo("softmu_pt [GeV]");
        assertThat(schema.find("softmu_author").orElseThrow().type()).isEqualTo(ColumnType.INT);
        assertThat(schema.find("event").orElseThrow().type()).isEqualTo(ColumnType.LONG);
    }

    @Test
    void everyRowHasItsNumberAndTheWeightOne() {
        Rows rows = Rows.of(settings(5000, 2), 1, 2);
        assertThat(rows.get("event"))
                .isEqualTo(IntStream.rangeClosed(1, 5000).asDoubleStream().toArray());
        assertThat(rows.get("weight")).containsOnly(1);
    }

    @Test
    void theShareOfSignalIsASetting() {
        for (double fraction : new double[] {0, 0.3, 1}) {
            Rows rows = Rows.of(new SoftMuonSettings(8000, 2, fraction, Generator.NOMINAL), 1, 2);
            assertThat(rows.share(row -> rows.get("label")[row] == 1)).isCloseTo(fraction, within(0.025));
        }
    }

    @Test
    @DisplayName("1, 2 and 5 threads give the same rows; another seed gives others")
    void threads() {
        Rows one = Rows.of(settings(20_000, 3), 7, 1);
        for (int threads : new int[] {2, 5}) {
            Rows more = Rows.of(settings(20_000, 3), 7, threads);
            one.columns()
                    .forEach((name, values) ->
                            assertThat(more.get(name)).as(name).isEqualTo(values));
        }
        assertThat(Arrays.equals(Rows.of(settings(20_000, 3), 8, 2).get("pt"), one.get("pt")))
                .isFalse();
    }

    @Test
    @DisplayName("the events are the same whatever columns are asked for, and in both runs of the LHC")
    void columnsDoNotMatter() {
        Rows all = Rows.of(settings(5000, 3), 7, 2);
        Rows few = Rows.of(dataset(3), Set.of("softmu_rhoPrime", "softmu_MMHits"));
        assertThat(few.get("rhoPrime")).isEqualTo(all.get("rhoPrime"));
        assertThat(few.get("MMHits")).isEqualTo(all.get("MMHits"));
        Rows run2 = Rows.of(settings(5000, 2), 7, 2);
        run2.columns()
                .forEach((name, values) -> assertThat(all.get(name)).as(name).isEqualTo(values));
    }

    @Test
    @DisplayName("hits are within what the stations have, in one kind of sector but for overlaps")
    void hits() {
        Rows rows = Rows.of(settings(20_000, 3), 3, 2);
        assertRange(rows, "middleLargeHits", 7);
        assertRange(rows, "middleSmallHits", 7);
        assertRange(rows, "outerLargeHits", 6);
        assertRange(rows, "outerSmallHits", 6);
        assertRange(rows, "numberOfPixelDeadSensors", 2);
        assertRange(rows, "MMHits", 8);
        RUN_3.subList(1, 5).forEach(name -> assertRange(rows, name, 4));
        assertThat(whole(rows, "numberOfPixelHits")).allMatch(hits -> hits >= 0 && hits < 9);
        assertThat(whole(rows, "nprec")).containsOnly(2.0, 3.0);
        assertThat(whole(rows, "author")).containsOnly(1.0, 6.0);
        assertThat(rows.share(row -> rows.get("outerLargeHits")[row] * rows.get("outerSmallHits")[row] > 0))
                .isZero();
        assertThat(rows.share(row -> rows.get("middleLargeHits")[row] * rows.get("middleSmallHits")[row] > 0))
                .isBetween(0.05, 0.065);
    }

    @Test
    @DisplayName("the New Small Wheels see 97 % of the signal and 92 % of the background beyond |η| = 1.3")
    void newSmallWheels() {
        Rows rows = Rows.of(new SoftMuonSettings(20_000, 3, 0.5, Generator.NOMINAL), 3, 2);
        Rows barrel = rows.where(row -> Math.abs(rows.get("eta")[row]) < 1.3);
        RUN_3.forEach(name -> assertThat(barrel.get(name)).containsOnly(0));
        Rows forward = rows.where(row -> Math.abs(rows.get("eta")[row]) > 1.3);
        Rows signal = forward.signal();
        Rows background = forward.background();
        assertThat(signal.share(row -> signal.get("MMHits")[row] > 0)).isCloseTo(0.97, within(0.01));
        assertThat(background.share(row -> background.get("MMHits")[row] > 0)).isCloseTo(0.92, within(0.015));
        Rows matched = signal.where(row -> signal.get("MMHits")[row] > 0);
        assertThat(DoubleStream.of(matched.get("MMHits")).average().orElseThrow())
                .isCloseTo(7.2, within(0.06));
        assertThat(DoubleStream.of(matched.get("etaLayer2STGCHits")).average().orElseThrow())
                .isCloseTo(3.6, within(0.05));
        assertThat(DoubleStream.of(matched.get("phiLayer1STGCHits")).average().orElseThrow())
                .isCloseTo(3.28, within(0.06));
    }

    private static SoftMuonSettings settings(long events, int run) {
        return new SoftMuonSettings(events, run, 0.8, Generator.NOMINAL);
    }

    private static Dataset dataset(int run) {
        return new SoftMuonSimulation().create(settings(5000, run), Context.standalone(7, 2));
    }

    private static List<String> features(int run) {
        return names(dataset(run).schema(), ColumnRole.FEATURE);
    }

    private static List<String> names(Schema schema, ColumnRole role) {
        return schema.withRole(role).stream().map(ColumnSpec::name).toList();
    }

    private static List<String> prefixed(List<String> names) {
        return names.stream().map(name -> "softmu_" + name).toList();
    }

    private static DoubleStream whole(Rows rows, String name) {
        assertThat(DoubleStream.of(rows.get(name))).as(name).allMatch(value -> value == Math.rint(value));
        return DoubleStream.of(rows.get(name));
    }

    private static void assertRange(Rows rows, String name, int max) {
        assertThat(whole(rows, name).min()).as(name).hasValue(0);
        assertThat(whole(rows, name).max()).as(name).hasValue(max);
    }
}

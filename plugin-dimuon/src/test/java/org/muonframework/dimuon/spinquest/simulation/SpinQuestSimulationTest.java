package org.muonframework.dimuon.spinquest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.spinquest.TrackColumns;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.physics.FixedTarget;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

@DisplayName("The simulation of SpinQuest")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpinQuestSimulationTest {

    private static final int EVENTS = 60_000;

    private final Sample sample = Sample.of(dataset(EVENTS, PairKind.FLAT, RegionMix.REALISTIC, List.of(), true, 1, 2));

    private static Dataset dataset(
            long events, PairKind kind, RegionMix mix, List<Double> shares, boolean smearing, long seed, int threads) {
        return new SpinQuestSimulation()
                .create(new SpinQuestSettings(events, kind, mix, shares, smearing), Context.standalone(seed, threads));
    }

    @Test
    @DisplayName("has 26 inputs, seven targets and more truth, and the five regions as classes")
    void schema() {
        Schema schema = dataset(1, PairKind.FLAT, RegionMix.REALISTIC, List.of(), true, 1, 1)
                .schema();
        assertThat(schema.withRole(ColumnRole.FEATURE)).isEqualTo(TrackColumns.specs());
        assertThat(schema.withRole(ColumnRole.TRUTH))
                .extracting(ColumnSpec::name)
                .startsWith("vx", "vy", "vz", "px", "py", "pz", "mass", "x1", "x2", "xF", "cosTheta");
        assertThat(schema.classes()).isEqualTo(VertexRegion.names());
        assertThat(schema.withRole(ColumnRole.LABEL))
                .extracting(ColumnSpec::name)
                .containsExactly("label");
    }

    @ParameterizedTest
    @DisplayName("agrees for accepted μ⁺ with the experiment's own simulation to a tenth of the width")
    @CsvSource({"pxPos, -2.54, 1.21", "px1Pos, 0.54, 1.01", "x1Pos, -11.6, 16.1", "x3Pos, 19.9, 48", "pz1Pos, 39.8, 18"
    })
    void calibration(String column, double mean, double deviation) {
        assertThat(Sample.mean(sample.get(column))).isCloseTo(mean, within(0.1 * deviation));
        assertThat(Sample.standardDeviation(sample.get(column))).isCloseTo(deviation, within(0.1 * deviation));
    }

    @Test
    @DisplayName("is within the ranges of the experiment's columns")
    void ranges() {
        String[] columns = {"x1", "y1", "x3", "y3", "px1", "py1", "pz1"};
        double[] low = {-52.3, -62.4, -113.3, -159.4, -7, -7, 3.9};
        double[] high = {52.3, 62.4, 113.3, 159.4, 7, 7, 115};
        for (int i = 0; i < columns.length; i++) {
            for (String sign : List.of("Pos", "Neg")) {
                assertThat(Sample.fraction(sample.get(columns[i] + sign), low[i], high[i]))
                        .isEqualTo(1);
            }
        }
        assertThat(Sample.mean(sample.get("z1Pos"))).isCloseTo(594.67, within(0.01));
        assertThat(Arrays.stream(sample.get("z3Neg")).distinct()).containsExactlyInAnyOrder(1936.98, 1899.66);
    }

    @Test
    @DisplayName("has the realistic shares of classes among accepted pairs, each with its vertices")
    void regions() {
        double[] label = sample.get("label");
        double[] z = sample.get("vz");
        double[] shares = {0.034, 0.0008, 0.012, 0.0016, 0.9516};
        for (int k = 0; k < 5; k++) {
            double share = Sample.fraction(label, k - 0.5, k + 0.5);
            assertThat(share).isCloseTo(shares[k], within(4 * Math.sqrt(shares[k] / EVENTS)));
        }
        for (int row = 0; row < EVENTS; row++) {
            assertThat(VertexRegion.of(z[row]).orElseThrow().ordinal()).isEqualTo((int) label[row]);
        }
    }

    @Test
    @DisplayName("accepts 4.6 % of flat pairs as they are made, before smearing")
    void acceptance() {
        double made = 0;
        for (VertexRegion region : VertexRegion.values()) {
            PairRun run = new PairRun(Production.of(PairKind.FLAT), new double[5], true, new SplittableRandom(2));
            for (int i = 0; i < 2_000; i++) {
                run.accept(region);
            }
            made += RegionMix.REALISTIC.shares().get(region.ordinal()) * 2_000.0 / run.made();
        }
        assertThat(made).isCloseTo(0.046, within(0.003));
    }

    @Test
    @DisplayName("derives x₁, x₂ and xF from momentum and mass of the pair, and the muons add up to it")
    void truth() {
        FixedTarget beam = new FixedTarget(120, 0.93827);
        for (int row = 0; row < 1_000; row++) {
            double px = sample.get("px")[row];
            double py = sample.get("py")[row];
            double pz = sample.get("pz")[row];
            double mass = sample.get("mass")[row];
            double e = Math.sqrt(px * px + py * py + pz * pz + mass * mass);
            assertThat(sample.get("x1")[row]).isCloseTo(beam.x1(e), within(1e-5));
            assertThat(sample.get("x2")[row]).isCloseTo(beam.x2(pz, e), within(1e-5));
            assertThat(sample.get("xF")[row]).isCloseTo(beam.feynmanX(pz, e, mass), within(1e-5));
            assertThat(sample.get("pt")[row]).isCloseTo(Math.hypot(px, py), within(1e-9));
            assertThat(sample.get("pxPos")[row] + sample.get("pxNeg")[row]).isCloseTo(px, within(1e-9));
        }
    }

    @Test
    @DisplayName("mirrors in x: positive and negative muons are alike")
    void chargeSymmetry() {
        for (String column : List.of("x1", "x3", "px1", "px3", "y1", "py1", "pz1")) {
            double sign = column.contains("x") ? -1 : 1;
            double[] plus = sample.get(column + "Pos");
            double[] minus = sample.get(column + "Neg");
            double error = Sample.standardDeviation(plus) * Math.sqrt(2.0 / EVENTS);
            assertThat(sign * Sample.mean(minus)).isCloseTo(Sample.mean(plus), within(4 * error));
            assertThat(Sample.standardDeviation(minus)).isCloseTo(Sample.standardDeviation(plus), within(4 * error));
        }
    }

    @Test
    @DisplayName("without smearing puts the tracks exactly where the muons are")
    void exact() {
        Sample exact = Sample.of(dataset(500, PairKind.FLAT, RegionMix.REALISTIC, List.of(), false, 1, 1));
        assertThat(exact.get("z1Pos")).containsOnly(594.67);
        for (int row = 0; row < 500; row++) {
            double y =
                    exact.get("y1Pos")[row] + exact.get("py1Pos")[row] / exact.get("pz1Pos")[row] * (1064.26 - 594.67);
            double expected =
                    y + exact.get("py3Pos")[row] / exact.get("pz3Pos")[row] * (exact.get("z3Pos")[row] - 1064.26);
            assertThat(exact.get("y3Pos")[row]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    @DisplayName("gives the same rows for any number of threads and any choice of columns, others for another seed")
    void streams() {
        Sample one = Sample.of(dataset(5_000, PairKind.FLAT, RegionMix.BALANCED, List.of(), true, 3, 1));
        Sample two = Sample.of(dataset(5_000, PairKind.FLAT, RegionMix.BALANCED, List.of(), true, 3, 3));
        Sample other = Sample.of(dataset(5_000, PairKind.FLAT, RegionMix.BALANCED, List.of(), true, 4, 1));
        for (String column : one.columns().keySet()) {
            assertThat(two.get(column)).as(column).isEqualTo(one.get(column));
        }
        assertThat(other.get("vz")).isNotEqualTo(one.get("vz"));
        Dataset dataset = dataset(5_000, PairKind.FLAT, RegionMix.BALANCED, List.of(), true, 3, 2);
        try (BatchReader reader = dataset.open(Set.of("vz"))) {
            assertThat(reader.next().orElseThrow().column("vz").doubleAt(77)).isEqualTo(one.get("vz")[77]);
        }
        assertThat(one.get("event")[4_999]).isEqualTo(5_000);
    }

    @Test
    @DisplayName("takes shares of one's own, and has no event of a region with none")
    void shares() {
        Sample target = Sample.of(
                dataset(2_000, PairKind.FLAT, RegionMix.REALISTIC, List.of(0.0, 0.0, 3.0, 0.0, 1.0), true, 1, 1));
        assertThat(Sample.fraction(target.get("label"), 1.5, 2.5)).isCloseTo(0.75, within(0.04));
        assertThat(Sample.fraction(target.get("label"), 3.5, 4.5)).isCloseTo(0.25, within(0.04));
    }

    static List<List<Double>> wrongShares() {
        return List.of(
                List.of(1.0, 1.0),
                List.of(0.0, 0.0, 0.0, 0.0, 0.0),
                List.of(1.0, 1.0, -1.0, 1.0, 1.0),
                List.of(1.0, 1.0, Double.NaN, 1.0, 1.0));
    }

    @ParameterizedTest
    @MethodSource("wrongShares")
    void refusesSharesThatAreNone(List<Double> shares) {
        assertThatThrownBy(() -> dataset(10, PairKind.FLAT, RegionMix.REALISTIC, shares, true, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("collimator, upstream, target, gap, dump");
    }

    @Test
    @DisplayName("physical: J/ψ, ψ(2S) and Drell–Yan, which is accepted more often for its larger masses")
    void physical() {
        Sample physical = Sample.of(dataset(1_000, PairKind.PHYSICAL, RegionMix.BALANCED, List.of(), true, 1, 2));
        double[] source = physical.get("source");
        double[] mass = physical.get("mass");
        assertThat(Arrays.stream(source).distinct()).containsExactlyInAnyOrder(1.0, 2.0, 3.0);
        Sample jPsi = physical.where(row -> source[row] == 2);
        assertThat(jPsi.get("mass")).containsOnly(new double[] {3.0969}, within(1e-9));
        assertThat(Sample.fraction(mass, 2, 10)).isEqualTo(1);
        assertThat(Sample.median(mass)).isBetween(3.0, 4.5);
    }
}

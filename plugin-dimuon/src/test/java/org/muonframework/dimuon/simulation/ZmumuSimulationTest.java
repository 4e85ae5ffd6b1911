package org.muonframework.dimuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muonframework.dimuon.Sample;
import org.muonframework.physics.Constants;
import org.muonframework.physics.Kinematics;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZmumuSimulationTest {

    private static final int EVENTS = 60_000;
    private static final ZmumuSettings DEFAULTS = settings(EVENTS, 25, 20);

    private final Dataset dataset = new ZmumuSimulation().create(DEFAULTS, Context.standalone(1, 2));
    private final Sample sample = Sample.of(dataset);

    @Test
    @DisplayName(
            "measured Z mass: median 91.28 ± 0.1, central 68 % ± 2.6 ± 0.2 GeV; 85 ± 2 % in 86–96 GeV, background 7 ± 1.5 %")
    void massSpectra() {
        double[] z = mass(sample.where(i -> sample.get("label")[i] == 1));
        double[] background = mass(sample.where(i -> sample.get("label")[i] == 0));
        assertThat(Sample.median(z)).isCloseTo(91.28, within(0.1));
        assertThat(Sample.width68(z)).isCloseTo(2.6, within(0.2));
        assertThat(Sample.fraction(z, 86, 96)).isCloseTo(0.85, within(0.02));
        assertThat(Sample.fraction(background, 86, 96)).isCloseTo(0.07, within(0.015));
    }

    @Test
    @DisplayName(
            "pairs pass the cuts by their measured values, muon 1 leads, charges are opposite and either sign leads as often")
    void acceptance() {
        double[] pt1 = sample.get("pt1");
        double[] pt2 = sample.get("pt2");
        assertThat(Arrays.stream(pt1).min().orElseThrow()).isGreaterThan(25);
        assertThat(Arrays.stream(pt2).min().orElseThrow()).isGreaterThan(20);
        assertThat(IntStream.range(0, EVENTS)).allMatch(i -> pt1[i] >= pt2[i]);
        assertThat(IntStream.range(0, EVENTS)).allMatch(i -> sample.get("Q1")[i] == -sample.get("Q2")[i]);
        for (String muon : List.of("1", "2")) {
            assertThat(Arrays.stream(sample.get("eta" + muon))
                            .map(Math::abs)
                            .max()
                            .orElseThrow())
                    .isBetween(2.39, 2.4);
            assertThat(Arrays.stream(sample.get("phi" + muon))
                            .map(Math::abs)
                            .max()
                            .orElseThrow())
                    .isBetween(3.14, Math.PI);
        }
        assertThat(Sample.mean(sample.get("Q1"))).isCloseTo(0, within(0.02));
    }

    @Test
    @DisplayName("the measured values scatter about the true ones by the detector's resolution")
    void resolution() {
        for (int muon = 1; muon <= 2; muon++) {
            double[] pt = sample.get("pt" + muon);
            double[] truePt = sample.get("genPt" + muon);
            double[] trueEta = sample.get("genEta" + muon);
            Sample far = sample.where(i -> truePt[i] > 35);
            double[] pulls = IntStream.range(0, sample.rows())
                    .filter(i -> truePt[i] > 35)
                    .mapToDouble(i -> (pt[i] / truePt[i] - 1) / MuonResolution.ofPt(truePt[i], trueEta[i]))
                    .toArray();
            assertThat(Sample.width68(pulls)).isCloseTo(1, within(0.03));
            assertThat(Sample.standardDeviation(difference(far, "eta" + muon, "genEta" + muon)))
                    .isCloseTo(5e-4, within(1e-5));
            assertThat(Sample.width68(difference(far, "phi" + muon, "genPhi" + muon)))
                    .isCloseTo(5e-4, within(1e-5));
        }
        assertThat(MuonResolution.ofPt(45, 0)).isCloseTo(Math.hypot(0.011, 0.0045), within(1e-12));
        assertThat(MuonResolution.ofPt(100, -2)).isCloseTo(Math.hypot(0.023, 0.01), within(1e-12));
    }

    @Test
    void theTrueMassIsThatOfTheTrueMuons() {
        double[] expected = new double[EVENTS];
        Arrays.setAll(
                expected,
                i -> Kinematics.mass(
                        sample.get("genPt1")[i],
                        sample.get("genEta1")[i],
                        sample.get("genPhi1")[i],
                        Constants.MUON_MASS,
                        sample.get("genPt2")[i],
                        sample.get("genEta2")[i],
                        sample.get("genPhi2")[i],
                        Constants.MUON_MASS));
        double[] genMass = sample.get("genMass");
        assertThat(IntStream.range(0, EVENTS)).allMatch(i -> Math.abs(genMass[i] - expected[i]) < 1e-9 * expected[i]);
    }

    @Test
    void theSchemaSaysWhatEachColumnIsFor() {
        assertThat(dataset.schema().classes()).containsExactly("background", "Z");
        assertThat(dataset.schema().withRole(ColumnRole.KEY))
                .extracting(ColumnSpec::name)
                .containsExactly("event");
        assertThat(dataset.schema().withRole(ColumnRole.LABEL))
                .extracting(ColumnSpec::name)
                .containsExactly("label");
        assertThat(dataset.schema().withRole(ColumnRole.FEATURE))
                .extracting(ColumnSpec::title)
                .containsExactly(
                        "pt1 [GeV]", "eta1", "phi1 [rad]", "Q1 [e]", "pt2 [GeV]", "eta2", "phi2 [rad]", "Q2 [e]");
        assertThat(dataset.schema().withRole(ColumnRole.TRUTH))
                .extracting(ColumnSpec::name)
                .contains("genMass", "genPt1", "genPhi2", "uncorrelated");
        assertThat(dataset.rows()).hasValue(EVENTS);
        assertThat(sample.get("event"))
                .isEqualTo(IntStream.rangeClosed(1, EVENTS).asDoubleStream().toArray());
    }

    @Test
    void theShareOfSignalIsASetting() {
        assertThat(Sample.mean(sample.get("label"))).isCloseTo(0.5, within(0.01));
        ZmumuSettings pure = new ZmumuSettings(5000, 1, 0.5, 25, 20, 2.4);
        assertThat(Sample.mean(simulate(pure, 1, 1).get("label"))).isEqualTo(1);
        ZmumuSettings few = new ZmumuSettings(20_000, 0.1, 0.5, 25, 20, 2.4);
        assertThat(Sample.mean(simulate(few, 1, 1).get("label"))).isCloseTo(0.1, within(0.01));
    }

    @Test
    @DisplayName("1, 2 and 3 threads give the same rows; another seed gives others")
    void threads() {
        ZmumuSettings settings = settings(20_000, 25, 20);
        Sample one = simulate(settings, 7, 1);
        for (int threads = 2; threads <= 3; threads++) {
            Sample more = simulate(settings, 7, threads);
            one.columns()
                    .forEach((name, values) ->
                            assertThat(more.get(name)).as(name).isEqualTo(values));
        }
        assertThat(Arrays.equals(simulate(settings, 8, 1).get("pt1"), one.get("pt1")))
                .isFalse();
    }

    @Test
    void contradictoryOrHopelessCutsAreExplained() {
        assertThatThrownBy(() -> settings(10, 20, 25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subleading-pt = 25.0 GeV is above leading-pt = 20.0 GeV");
        assertThatThrownBy(() -> simulate(settings(10, 1e6, 1e6), 1, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leading-pt = 1000000.0")
                .hasMessageContaining("loosen them");
    }

    private static ZmumuSettings settings(long events, double leadingPt, double subleadingPt) {
        return new ZmumuSettings(events, 0.5, 0.5, leadingPt, subleadingPt, 2.4);
    }

    private static Sample simulate(ZmumuSettings settings, long seed, int threads) {
        return Sample.of(new ZmumuSimulation().create(settings, Context.standalone(seed, threads)));
    }

    private static double[] difference(Sample of, String measured, String truth) {
        double[] result = new double[of.rows()];
        Arrays.setAll(result, i -> of.get(measured)[i] - of.get(truth)[i]);
        return result;
    }

    static double[] mass(Sample of) {
        double[] result = new double[of.rows()];
        Arrays.setAll(
                result,
                i -> Kinematics.mass(
                        of.get("pt1")[i],
                        of.get("eta1")[i],
                        of.get("phi1")[i],
                        of.get("pt2")[i],
                        of.get("eta2")[i],
                        of.get("phi2")[i]));
        return result;
    }
}

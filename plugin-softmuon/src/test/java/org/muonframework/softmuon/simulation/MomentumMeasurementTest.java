package org.muonframework.softmuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MomentumMeasurementTest {

    private static final int MUONS = 30_000;
    private static final CandidateSimulation NOMINAL = CandidateSimulation.of(Generator.NOMINAL);

    private final RandomGenerator random = new SplittableRandom(2);
    private final Candidate muon = new Candidate();

    @Test
    @DisplayName("the pull of prompt muons has a central 68 % of ± 1.07, and of ± 1.00 without the tails")
    void pulls() {
        assertThat(width68(promptPulls(true))).isCloseTo(1.07, within(0.02));
        assertThat(width68(promptPulls(false))).isCloseTo(1.00, within(0.02));
    }

    @Test
    @DisplayName("the combined momentum is nearer to the true one than either measurement")
    void combination() {
        double[] combined = prompt(true, m -> m.pt / m.muonPt());
        assertThat(width68(combined)).isLessThan(0.9 * width68(prompt(true, m -> m.idMomentum / m.muonMomentum())));
        assertThat(width68(combined)).isLessThan(0.9 * width68(prompt(true, m -> m.msMomentum / m.muonMomentum())));
    }

    @Test
    @DisplayName("a hadron that decays before 0.05 m leaves the pull of a prompt muon of the same momentum")
    void earlyDecays() {
        double[] early = new double[MUONS];
        double[] prompt = new double[MUONS];
        for (int i = 0; i < MUONS; i++) {
            muon.signal = false;
            NOMINAL.produce(muon, random);
            muon.decayRadius = 0.05 * random.nextDouble();
            NOMINAL.measurement().measure(muon, random);
            early[i] = muon.pull;
            muon.producedPt = muon.muonPt();
            DecayInFlight.none(muon);
            NOMINAL.measurement().measure(muon, random);
            prompt[i] = muon.pull;
        }
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(early, prompt))
                .isGreaterThan(0.01);
    }

    @Test
    @DisplayName(
            "the inner detector sees a hadron that decays behind it: for x < 0.8, S > 0 in 99.7 % of those selected")
    void lateDecays() {
        int late = 0;
        int positive = 0;
        muon.signal = false;
        for (int i = 0; i < 4 * MUONS; i++) {
            NOMINAL.produce(muon, random);
            if (MediumSelection.acceptsMomentum(muon) && muon.decayRadius > 1.05 && muon.momentumFraction < 0.8) {
                assertThat(muon.innerMomentum).isCloseTo(muon.producedMomentum(), within(1e-9 * muon.innerMomentum));
                late++;
                positive += muon.pull > 0 ? 1 : 0;
            }
        }
        assertThat(late).isGreaterThan(2000);
        assertThat(positive / (double) late).isCloseTo(0.997, within(0.003));
    }

    @Test
    @DisplayName("the inner detector sees a mean of 1/p: of the muon alone up to 0.05 m, half of each at 0.55 m")
    void innerMomentum() {
        assertThat(InnerDetector.momentum(20, 10, 0.05)).isCloseTo(10, within(1e-12));
        assertThat(InnerDetector.momentum(20, 10, 0.55)).isCloseTo(1 / (0.5 / 20 + 0.5 / 10), within(1e-12));
        assertThat(InnerDetector.momentum(20, 10, 1.9)).isCloseTo(20, within(1e-12));
    }

    @Test
    @DisplayName("resolutions: 1.2 % and 3.4 % at 10 GeV in the barrel; the field has sixteen sectors")
    void resolutions() {
        assertThat(InnerDetector.resolution(10, 0)).isCloseTo(Math.hypot(0.012, 0.0035), within(1e-12));
        assertThat(InnerDetector.resolution(10, -2)).isCloseTo(Math.hypot(0.0336, 0.0077), within(1e-12));
        assertThat(Spectrometer.resolution(10, 10, 0, 2.8))
                .isCloseTo(Math.hypot(Math.hypot(0.032, 0.028), 0.0015), within(1e-12));
        assertThat(Spectrometer.resolution(1, 1, 2, 0.1))
                .isCloseTo(Math.hypot(Math.hypot(0.192, 0.028 * Math.sqrt(3.5)), 0.00015), within(1e-12));
        for (int sector = -8; sector < 8; sector++) {
            double centre = sector * Math.PI / 8;
            assertThat(Spectrometer.sectorPhase(centre)).isCloseTo(sector % 2 == 0 ? 1 : 0, within(1e-12));
        }
        assertThat(InnerDetector.kinkVisibility(0.1)).isZero();
        assertThat(InnerDetector.kinkVisibility(0.175)).isCloseTo(0.5, within(1e-12));
        assertThat(InnerDetector.kinkVisibility(0.6)).isEqualTo(1);
        assertThat(InnerDetector.kinkVisibility(1.05)).isZero();
    }

    private double[] promptPulls(boolean tails) {
        return prompt(tails, m -> m.pull);
    }

    /** A quantity of prompt muons that pass the selection of the momentum. */
    private double[] prompt(boolean tails, ToDoubleFunction<Candidate> quantity) {
        CandidateSimulation generator = new CandidateSimulation(
                NOMINAL.heavyFlavour(), NOMINAL.lightHadrons(), new MomentumMeasurement(tails), NOMINAL.jetAxis());
        muon.signal = true;
        return IntStream.range(0, MUONS)
                .mapToDouble(i -> {
                    do {
                        generator.produce(muon, random);
                    } while (!MediumSelection.acceptsMomentum(muon));
                    return quantity.applyAsDouble(muon);
                })
                .toArray();
    }

    private static double width68(double[] values) {
        Percentile percentile = new Percentile();
        percentile.setData(Arrays.copyOf(values, values.length));
        return (percentile.evaluate(84.13) - percentile.evaluate(15.87)) / 2;
    }
}

package org.muonframework.calorimeter.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.RandomStreams;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Moments;
import org.muonframework.stats.fit.Estimate;

@DisplayName("What the energy resolution is made of:")
class ResolutionPiecesTest {

    private static final Binning ONE_BIN = Binning.uniform(1, 100, 8000);

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"0.30, 0.20, 0.166410", "0.20, 0.60, 0.189737", "0, 0.5, 0"})
    void theResolutionOfAnAverage(double first, double second, double expected) {
        assertThat(Combination.resolution(first, second)).isCloseTo(expected, within(5e-7));
    }

    @Test
    void theErrorOfTheResolutionOfAnAverage() {
        Estimate both = Combination.resolution(new Estimate(0.3, 0.01), 0.2);
        double difference = Combination.resolution(0.3005, 0.2) - Combination.resolution(0.2995, 0.2);
        assertThat(both.error()).isCloseTo(0.01 * difference / 0.001, within(1e-6));
    }

    @Test
    void anAverageWithTheWeightsOfBothResolutions() {
        double expected = (1200 / 0.04 + 900 / 0.09) / (1 / 0.04 + 1 / 0.09);
        assertThat(Combination.average(1200, 0.2, 900, 0.3)).isCloseTo(expected, within(1e-9));
    }

    @Test
    @DisplayName("an average whose weights follow from what was found, not from the truth")
    void iterations() {
        ResolutionCurve half = curve(0.5);
        Tracker tracker = new Tracker(2e-4);
        double mean = 2 / (1 / 4000.0 + 1 / 2000.0);
        double first = Combination.average(4000, 2e-4 * mean, 2000, 0.5);
        double second = Combination.average(4000, 2e-4 * first, 2000, 0.5);
        assertThat(new Combination(tracker, half, Average.ENERGY, 1).energy(4000, 2000))
                .isCloseTo(first, within(1e-9));
        assertThat(new Combination(tracker, half, Average.ENERGY, 2).energy(4000, 2000))
                .isCloseTo(second, within(1e-9));
        assertThat(new Combination(tracker, half, Average.ENERGY, 2).energy(200, 3000))
                .as("the tracker has a resolution of 4 %%")
                .isCloseTo(200, within(60.0));
        assertThat(new Combination(tracker, half, Average.ENERGY, 2).energy(300, -800))
                .isPositive();
        double curvature = Combination.average(1 / 4000.0, 2e-4 * mean, 1 / 2000.0, 0.5);
        assertThat(new Combination(tracker, half, Average.CURVATURE, 1).energy(4000, 2000))
                .isCloseTo(1 / curvature, within(1e-9));
        assertThat(new Combination(tracker, half, Average.CURVATURE, 2).energy(300, -800))
                .isPositive();
    }

    @Test
    @DisplayName("an average of curvatures that is better than the tracker, whose tails an average of energies keeps")
    void tails() {
        Tracker tracker = new Tracker(2e-4);
        Random random = new Random(5);
        double[] truth = new double[40_000];
        double[] deposited = new double[truth.length];
        double[] ones = new double[truth.length];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = 2000;
            deposited[row] = 2000 / Math.max(0.1, 1 + 0.4 * random.nextGaussian());
            ones[row] = 1;
        }
        double[] tracked = tracker.measure(truth, new RandomStreams(1));
        Function<double[], Double> resolution =
                energies -> BinResolution.of(truth, energies, ones, OptionalLong.empty())
                        .central()
                        .value();
        Function<Average, Double> both = average ->
                resolution.apply(new Combination(tracker, curve(0.5), average, 2).energies(tracked, deposited));

        assertThat(both.apply(Average.CURVATURE))
                .isLessThan(0.95 * both.apply(Average.ENERGY))
                .isLessThan(0.95 * resolution.apply(tracked));
    }

    @Test
    void theResolutionBetweenBins() {
        ResolutionCurve curve = ResolutionCurve.of(
                new EnergySample(
                        new double[] {150, 150, 350, 350}, new double[] {165, 135, 420, 280}, new double[] {1, 1, 1, 1
                        }),
                Binning.uniform(3, 100, 400),
                OptionalLong.empty());
        assertThat(curve.at(0)).isCloseTo(0.1, within(1e-9));
        assertThat(curve.at(200)).as("over the empty bin in between").isCloseTo(0.125, within(1e-9));
        assertThat(curve.at(9000)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    @DisplayName("a tracker of 20 % at 1 TeV, whose curvature has the same error everywhere")
    void tracker() {
        Tracker tracker = new Tracker(2e-4);
        assertThat(tracker.resolution(1000)).isEqualTo(0.2);
        for (double energy : new double[] {100, 1000, 2000}) {
            double[] truth = new double[20_000];
            Arrays.fill(truth, energy);
            double[] measured = tracker.measure(truth, new RandomStreams(1));
            double[] pulls = Arrays.stream(measured)
                    .map(e -> (1 / e - 1 / energy) / 2e-4)
                    .toArray();
            double[] ones = new double[truth.length];
            Arrays.fill(ones, 1);
            assertThat(Moments.of(pulls, ones).mean()).isCloseTo(0, within(0.03));
            assertThat(Moments.of(pulls, ones).deviation()).isCloseTo(1, within(0.03));
            assertThat(tracker.measure(Arrays.copyOf(truth, 5000), new RandomStreams(1)))
                    .as("rows do not depend on those behind them")
                    .isEqualTo(Arrays.copyOf(measured, 5000));
        }
    }

    @Test
    @DisplayName("intervals that contain the truth in 68 % of all samples")
    void coverage() {
        Random random = new Random(11);
        int samples = 400;
        int[] inside = new int[2];
        double[] truth = new double[300];
        double[] ones = new double[300];
        Arrays.fill(truth, 1000);
        Arrays.fill(ones, 1);
        for (int s = 0; s < samples; s++) {
            double[] energies = random.doubles(300)
                    .map(any -> 1000 + 200 + 300 * random.nextGaussian())
                    .toArray();
            BinResolution found = BinResolution.of(truth, energies, ones, OptionalLong.of(s));
            double expected = Math.hypot(0.3, 0.2);
            inside[0] += Math.abs(found.rms().value() - expected) < found.rms().error() ? 1 : 0;
            inside[1] += Math.abs(found.central().value() - expected)
                            < found.central().error()
                    ? 1
                    : 0;
        }
        assertThat(inside[0] / (double) samples).isCloseTo(0.68, within(0.07));
        assertThat(inside[1] / (double) samples).isCloseTo(0.68, within(0.07));
    }

    @Test
    void anIntegerWeightThatCountsAsCopies() {
        double[] truth = {900, 1000, 1000, 1100};
        double[] energies = {700, 1300, 1300, 1500};
        BinResolution copied = BinResolution.of(truth, energies, new double[] {1, 1, 1, 1}, OptionalLong.empty());
        BinResolution weighted = BinResolution.of(
                new double[] {900, 1000, 1100},
                new double[] {700, 1300, 1500},
                new double[] {1, 2, 1},
                OptionalLong.empty());
        assertThat(weighted.energy()).isEqualTo(copied.energy());
        assertThat(weighted.rms().value()).isCloseTo(copied.rms().value(), within(1e-12));
        assertThat(weighted.central().value()).isCloseTo(copied.central().value(), within(1e-12));
    }

    @Test
    @DisplayName("√(variance + bias²)/(mean energy), from 100 and 300 GeV of 1000: √(100² + 200²)/1000")
    void golden() {
        BinResolution found = BinResolution.of(
                new double[] {1000, 1000}, new double[] {1100, 1300}, new double[] {1, 1}, OptionalLong.empty());
        assertThat(found.rms().value()).isCloseTo(Math.hypot(0.1, 0.2), within(1e-12));
    }

    @Test
    void aCorrectionThatUndoesItsCurveAndGoesOnStraightBeyondIt() {
        DoubleUnaryOperator law = e -> 6 * Math.pow(e, 0.8) - 100;
        Random random = new Random(2);
        double[] truth = random.doubles(20_000, 100, 8000).toArray();
        double[] ones = new double[truth.length];
        Arrays.fill(ones, 1);
        double[] energies = Arrays.stream(truth)
                .map(e -> law.applyAsDouble(e) + random.nextGaussian())
                .toArray();
        BiasFit fit =
                BiasFit.of(new EnergySample(truth, energies, ones), Binning.uniform(40, 100, 8000), Correction.POWER);
        for (double energy : new double[] {150, 1000, 7900}) {
            assertThat(fit.correct(law.applyAsDouble(energy))).isCloseTo(energy, within(0.01 * energy));
        }
        double step = fit.law().slope(8000) * 500;
        assertThat(fit.correct(fit.law().at(8000) + step)).isCloseTo(8500, within(1e-6));
        assertThat(fit.correct(fit.law().at(100) - 2 * fit.law().slope(100))).isCloseTo(98, within(1e-6));
    }

    @Test
    @DisplayName("the energy by the sum alone, which makes (E found − E)²/E smallest")
    void sumScale() {
        double[] truth = new double[8000];
        double[] sums = new double[8000];
        double[] ones = new double[8000];
        Random random = new Random(4);
        for (int row = 0; row < 8000; row++) {
            truth[row] = 100 + 7900 * random.nextDouble();
            sums[row] = truth[row] < 2000 ? 20 + random.nextDouble() : truth[row] / 20;
            ones[row] = 1;
        }
        SumScale scale = SumScale.of(new EnergySample(truth, sums, ones)).orElseThrow();
        assertThat(scale.energy(20.5)).as("1/⟨1/E⟩ of 100 to 2000").isCloseTo(1900 / Math.log(20), within(60.0));
        assertThat(scale.energy(300)).isCloseTo(6000, within(60.0));
        assertThat(scale.energy(1e6)).isBetween(7800.0, 8000.0);
        assertThat(scale.energy(0)).isCloseTo(scale.energy(20), within(1e-9));
        assertThat(SumScale.of(new EnergySample(truth, ones, ones))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50, 0.77", "100, 0.77", "316.2278, 0.725", "1000, 0.68", "2000, 0.665", "8000, 0.64", "9000, 0.64"})
    void theInformationBound(double energy, double bound) {
        assertThat(InformationBound.at(energy)).isCloseTo(bound, within(1e-6));
    }

    private static ResolutionCurve curve(double resolution) {
        double[] truth = {1000, 1000};
        double[] energies = {1000 * (1 - resolution), 1000 * (1 + resolution)};
        return ResolutionCurve.of(
                new EnergySample(truth, energies, new double[] {1, 1}), ONE_BIN, OptionalLong.empty());
    }
}

package org.muonframework.stats.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Moments;

@DisplayName("A fit of peaks")
class PeakFitterTest {

    private static final Binning BINS = Binning.uniform(60, 2.8, 3.4);

    /** What a model predicts without fluctuations, as counts that need not be integers. */
    private static Histogram asimov(PeakModel model, Binning binning, double... parameters) {
        double[] starts = model.masses().stream().mapToDouble(mass -> mass).toArray();
        double[] expected = new BinnedModel(model, binning, starts).expected(parameters);
        return new Histogram(binning, expected, expected.clone(), 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(Background.class)
    void finds_a_gaussian_over_every_background_again(Background background) {
        double[] truth =
                switch (background) {
                    case NONE -> new double[] {3.1, 0.03, 1000};
                    case CONSTANT -> new double[] {3.1, 0.03, 1000, 500};
                    case LINEAR -> new double[] {3.1, 0.03, 1000, 500, 200};
                    case QUADRATIC -> new double[] {3.1, 0.03, 1000, 500, 100, 300};
                    case CUBIC -> new double[] {3.1, 0.03, 1000, 500, 100, 300, 200};
                    case EXPONENTIAL -> new double[] {3.1, 0.03, 1000, 500, -2.5};
                };
        PeakModel model = PeakModel.of(Signal.GAUSSIAN, background);
        recovers(asimov(model.near(3.1), BINS, truth), model, truth);
    }

    @Test
    void finds_a_breit_wigner_with_free_and_with_fixed_width_again() {
        Binning binning = Binning.uniform(60, 60, 120);
        PeakModel free =
                PeakModel.of(Signal.BREIT_WIGNER, Background.EXPONENTIAL).near(90.0);
        double[] truth = {91.1, 2.5, 1.4, 9000, 1000, -0.03};
        recovers(asimov(free, binning, truth), free, truth);
        PeakModel fixed = free.withWidth(2.4952);
        double[] shorter = {91.1, 1.4, 9000, 1000, -0.03};
        FitResult result = recovers(asimov(fixed, binning, shorter), fixed, shorter);
        assertThat(result.peaks().get(0).width()).isEqualTo(new Estimate(2.4952, 0));
    }

    @Test
    void finds_three_crystal_balls_with_free_and_with_fixed_distances_again() {
        Binning binning = Binning.uniform(100, 8.5, 11.5);
        PeakModel model = PeakModel.of(Signal.CRYSTAL_BALL, Background.LINEAR).near(9.46, 10.02, 10.36);
        double[] truth = {9.45, 10.01, 10.34, 0.08, 1.6, 2.5, 5000, 1500, 800, 4000, 3000};
        recovers(asimov(model, binning, truth), model, truth);
        PeakModel tied = model.withFixedDifferences();
        double[] fewer = {9.45, 0.08, 1.6, 2.5, 5000, 1500, 800, 4000, 3000};
        FitResult result = recovers(asimov(tied, binning, fewer), tied, fewer);
        assertThat(result.peaks().get(2).mass().value()).isCloseTo(9.45 + 0.9, within(1e-6));
        assertThat(result.peaks().get(2).resolution().value()).isCloseTo(0.08 * 10.35 / 9.45, within(1e-6));
    }

    private static FitResult recovers(Histogram histogram, PeakModel model, double[] truth) {
        FitResult result = PeakFitter.fit(histogram, model);
        assertThat(result.problem()).isEmpty();
        for (int k = 0; k < truth.length; k++) {
            FitParameter parameter = result.parameters().get(k);
            assertThat(parameter.estimate().value())
                    .as(parameter.name())
                    .isCloseTo(truth[k], within(1e-4 * parameter.estimate().error()));
        }
        assertThat(result.chiSquare()).isLessThan(1e-6);
        assertThat(result.pValue()).isEqualTo(1);
        return result;
    }

    @Test
    void states_errors_that_cover_and_values_without_bias() {
        PeakModel model = PeakModel.of(Signal.GAUSSIAN, Background.LINEAR);
        double[] truth = {3.1, 0.03, 400, 250, 150};
        double[] expected = asimov(model.near(3.1), BINS, truth).sums();
        int experiments = 200;
        double[][] pulls = new double[4][experiments];
        SplittableRandom random = new SplittableRandom(4);
        double[] pValues = new double[experiments];
        for (int i = 0; i < experiments; i++) {
            FitResult result = PeakFitter.fit(fluctuated(expected, BINS, random), model);
            assertThat(result.problem()).isEmpty();
            FittedPeak peak = result.peaks().get(0);
            pulls[0][i] = pull(peak.mass(), truth[0]);
            pulls[1][i] = pull(peak.resolution(), truth[1]);
            pulls[2][i] = pull(peak.yield(), truth[2]);
            pulls[3][i] = pull(result.background(), truth[3] + truth[4]);
            pValues[i] = result.pValue();
        }
        double[] ones = new double[experiments];
        Arrays.fill(ones, 1);
        for (double[] quantity : pulls) {
            Moments moments = Moments.of(quantity, ones);
            assertThat(moments.mean()).isCloseTo(0, within(3 / Math.sqrt(experiments)));
            assertThat(moments.deviation()).isCloseTo(1, within(3 / Math.sqrt(2 * experiments)));
        }
        assertThat(Moments.of(pValues, ones).mean()).isCloseTo(0.5, within(0.1));
    }

    @Test
    void states_errors_of_a_natural_width_that_cover() {
        Binning binning = Binning.uniform(40, 80, 102);
        PeakModel model = PeakModel.of(Signal.BREIT_WIGNER, Background.CONSTANT).near(91.0);
        double[] truth = {91, 2.5, 1.2, 3000, 300};
        double[] expected = asimov(model, binning, truth).sums();
        int experiments = 100;
        double[][] pulls = new double[2][experiments];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < experiments; i++) {
            FittedPeak peak = PeakFitter.fit(fluctuated(expected, binning, random), model)
                    .peaks()
                    .get(0);
            pulls[0][i] = pull(peak.mass(), truth[0]);
            pulls[1][i] = pull(peak.width(), truth[1]);
        }
        double[] ones = new double[experiments];
        Arrays.fill(ones, 1);
        for (double[] quantity : pulls) {
            Moments moments = Moments.of(quantity, ones);
            assertThat(moments.mean()).isCloseTo(0, within(3 / Math.sqrt(experiments)));
            assertThat(moments.deviation()).isCloseTo(1, within(3 / Math.sqrt(2 * experiments)));
        }
    }

    private static double pull(Estimate estimate, double truth) {
        return (estimate.value() - truth) / estimate.error();
    }

    private static Histogram fluctuated(double[] expected, Binning binning, SplittableRandom random) {
        double[] counts = new double[expected.length];
        for (int bin = 0; bin < counts.length; bin++) {
            double threshold = Math.exp(-expected[bin]);
            for (double product = random.nextDouble(); product > threshold; product *= random.nextDouble()) {
                counts[bin]++;
            }
        }
        return new Histogram(binning, counts, counts.clone(), 0, 0, 0);
    }

    @Test
    void of_weights_gives_the_same_peak_and_errors_that_grow_with_the_spread_of_the_weights() {
        PeakModel model = PeakModel.of(Signal.GAUSSIAN, Background.CONSTANT);
        Histogram counts = asimov(model.near(3.1), BINS, 3.1, 0.03, 20_000, 10_000);
        double[] sums = Arrays.stream(counts.sums()).map(n -> n / 2).toArray();
        double[] squares = Arrays.stream(counts.sums()).map(n -> n / 2).toArray();
        Histogram weighted = new Histogram(BINS, sums, squares, 0, 0, 0);
        Histogram spread =
                new Histogram(BINS, sums, Arrays.stream(squares).map(s -> 4 * s).toArray(), 0, 0, 0);
        ToDoubleFunction<Histogram> error = histogram ->
                PeakFitter.fit(histogram, model).peaks().get(0).mass().error();
        assertThat(PeakFitter.fit(spread, model).peaks().get(0).mass().value()).isCloseTo(3.1, within(1e-6));
        assertThat(PeakFitter.fit(spread, model).peaks().get(0).yield().value()).isCloseTo(10_000, within(0.1));
        assertThat(error.applyAsDouble(spread) / error.applyAsDouble(weighted)).isCloseTo(2, within(1e-3));
    }

    @Test
    void of_counts_that_all_weigh_the_same_is_that_of_the_counts() {
        PeakModel model = PeakModel.of(Signal.GAUSSIAN, Background.LINEAR);
        Histogram counts =
                fluctuated(asimov(model.near(3.1), BINS, 3.1, 0.03, 150, 60, 40).sums(), BINS, new SplittableRandom(4));
        double[] sums = Arrays.stream(counts.sums()).map(n -> n / 4).toArray();
        double[] squares = Arrays.stream(counts.sums()).map(n -> n / 16).toArray();
        FitResult plain = PeakFitter.fit(counts, model);
        FitResult scaled = PeakFitter.fit(new Histogram(BINS, sums, squares, 0, 0, 0), model);
        assertThat(scaled.chiSquare()).isCloseTo(plain.chiSquare(), within(1e-4));
        assertThat(scaled.degrees()).isEqualTo(plain.degrees());
        Estimate expected = plain.peaks().get(0).yield();
        assertThat(scaled.peaks().get(0).yield().value()).isCloseTo(expected.value() / 4, within(1e-3));
        assertThat(scaled.peaks().get(0).yield().error()).isCloseTo(expected.error() / 4, within(1e-3));
    }

    @Test
    void of_few_rows_of_different_weights_has_no_bias_and_covers_as_stated() {
        PeakModel model = PeakModel.of(Signal.GAUSSIAN, Background.CONSTANT).near(3.1);
        double truth = 300 * 1.1;
        double[] pulls = new double[150];
        double[] totals = new double[pulls.length];
        for (int toy = 0; toy < pulls.length; toy++) {
            SplittableRandom random = new SplittableRandom(toy);
            Histogram counts =
                    fluctuated(asimov(model, BINS, 3.1, 0.03, 300, 150).sums(), BINS, random);
            double[] sums = new double[BINS.size()];
            double[] squares = new double[BINS.size()];
            for (int bin = 0; bin < sums.length; bin++) {
                for (int row = 0; row < counts.sums()[bin]; row++) {
                    double w = 0.1 + 2 * random.nextDouble();
                    sums[bin] += w;
                    squares[bin] += w * w;
                }
            }
            FitResult result = PeakFitter.fit(new Histogram(BINS, sums, squares, 0, 0, 0), model);
            Estimate yield = result.peaks().get(0).yield();
            pulls[toy] = (yield.value() - truth) / yield.error();
            totals[toy] = Arrays.stream(result.curve().expected()).sum()
                    / Arrays.stream(sums).sum();
        }
        double[] ones = new double[pulls.length];
        Arrays.fill(ones, 1);
        assertThat(Moments.of(totals, ones).mean()).isCloseTo(1, within(0.01));
        assertThat(Moments.of(pulls, ones).mean()).isCloseTo(0, within(0.25));
        assertThat(Moments.of(pulls, ones).deviation()).isBetween(0.85, 1.15);
    }

    @Test
    void gives_a_curve_whose_area_is_the_number_of_rows() {
        PeakModel model = PeakModel.of(Signal.CRYSTAL_BALL, Background.CUBIC);
        Histogram histogram = asimov(model.near(3.1), BINS, 3.1, 0.03, 1.5, 3, 1000, 500, 400, 300, 200);
        FittedCurve curve = PeakFitter.fit(histogram, model).curve();
        double total = 0;
        double background = 0;
        int steps = 60_000;
        for (int i = 0; i < steps; i++) {
            double x = 2.8 + 0.6 * (i + 0.5) / steps;
            total += curve.total(x) * 0.6 / steps;
            background += curve.background(x) * 0.6 / steps;
        }
        assertThat(total).isCloseTo(2400, within(0.01));
        assertThat(background).isCloseTo(1400, within(0.5));
        assertThat(Arrays.stream(curve.expected()).sum()).isCloseTo(2400, within(0.01));
    }

    @Test
    void says_why_there_is_no_result() {
        PeakModel model = PeakModel.of(Signal.GAUSSIAN, Background.LINEAR);
        assertThat(problem(Histogram.of(BINS, new double[0], new double[0]), model))
                .isEqualTo("no rows lie between 2.8 and 3.4");
        assertThat(problem(Histogram.of(BINS, new double[] {3.1, 3.2, 3}, new double[] {1, -1, -1}), model))
                .isEqualTo("the weights between 2.8 and 3.4 add up to -1.0");
        assertThat(problem(Histogram.of(BINS, new double[] {3.1, 3.2, 3}, new double[] {1, 1, 1}), model))
                .isEqualTo("5 parameters cannot be fitted to 3 filled bins");
        assertThat(problem(asimov(model.near(3.1), BINS, 3.1, 0.03, 400, 250, 150), model.near(4.0)))
                .isEqualTo("the mass 4.0 is not between 2.8 and 3.4");
    }

    private static String problem(Histogram histogram, PeakModel model) {
        FitResult result = PeakFitter.fit(histogram, model);
        assertThat(result.converged()).isFalse();
        assertThat(result.parameters()).isEmpty();
        assertThat(result.pValue()).isNaN();
        assertThat(result.curve().total(3.1)).isNaN();
        return result.problem().orElseThrow();
    }

    @Test
    void warns_of_a_parameter_that_ended_at_its_limit() {
        PeakModel gaussian = PeakModel.of(Signal.GAUSSIAN, Background.CONSTANT).near(3.1);
        FitResult result = PeakFitter.fit(
                asimov(gaussian, BINS, 3.105, 0.03, 1000, 500), PeakModel.of(Signal.BREIT_WIGNER, Background.CONSTANT));
        assertThat(result.problem()).isEmpty();
        assertThat(result.warnings()).anyMatch(warning -> warning.startsWith("'width' ended at a limit of its range"));
        assertThat(result.peaks().get(0).width().error()).isNaN();
        assertThat(result.peaks().get(0).mass().value()).isCloseTo(3.105, within(1e-5));
    }

    @Test
    void never_fails_whatever_the_data_are() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 18; i++) {
            int rows = random.nextInt(80);
            double[] values = random.doubles(rows, 2.7, 3.5).toArray();
            double[] weights = i % 2 == 0
                    ? Arrays.stream(values).map(v -> 1).toArray()
                    : random.doubles(rows, -1, 2).toArray();
            Signal signal = Signal.values()[i % 3];
            Background background = Background.values()[i / 3];
            FitResult result = PeakFitter.fit(Histogram.of(BINS, values, weights), PeakModel.of(signal, background));
            assertThat(result.converged() == result.parameters().isEmpty()).isFalse();
        }
    }

    @Test
    void refuses_models_that_cannot_be() {
        assertThatThrownBy(() -> PeakModel.of(Signal.GAUSSIAN, Background.NONE).near(3.0, 2.0))
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> PeakModel.of(Signal.GAUSSIAN, Background.NONE).withWidth(2))
                .hasMessageContaining("only a Breit-Wigner has a natural width");
        assertThatThrownBy(() ->
                        new PeakModel(Signal.BREIT_WIGNER, List.of(), false, OptionalDouble.of(-1), Background.NONE))
                .hasMessageContaining("from 0 on");
    }
}

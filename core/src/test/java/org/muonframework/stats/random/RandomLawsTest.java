package org.muonframework.stats.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.LaplaceDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Random numbers follow the distribution that they are named after")
class RandomLawsTest {

    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.935, 1, 1.6, 17})
    @DisplayName("gamma, also for shapes below 1")
    void gamma(double shape) {
        GammaLaw law = new GammaLaw(shape, 2.5);
        assertThat(pValue(new GammaDistribution(shape, 2.5), law::draw)).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({"1.6, 6.5", "0.935, 9.35", "1, 1", "0.4, 0.7"})
    void beta(double a, double b) {
        BetaLaw law = new BetaLaw(a, b);
        assertThat(pValue(new BetaDistribution(a, b), law::draw)).isGreaterThan(0.01);
    }

    @Test
    void laplace() {
        LaplaceLaw law = new LaplaceLaw(0.75);
        assertThat(pValue(new LaplaceDistribution(0, 0.75), law::draw)).isGreaterThan(0.01);
    }

    @Test
    @DisplayName("the comparison is able to fail: a gamma distribution of 3 % more scale is noticed")
    void wrongScale() {
        assertThat(pValue(new GammaDistribution(1.6, 1), new GammaLaw(1.6, 1.03)::draw))
                .isLessThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({"7, 0.93", "4, 0.82", "6, 0.2", "1, 0.5", "30, 0.5"})
    void binomial(int trials, double probability) {
        BinomialLaw law = new BinomialLaw(trials, probability);
        RandomGenerator random = new SplittableRandom(11);
        long[] observed = new long[trials + 1];
        for (int draw = 0; draw < DRAWS; draw++) {
            observed[law.draw(random)]++;
        }
        BinomialDistribution expected = new BinomialDistribution(trials, probability);
        double[] chances = IntStream.rangeClosed(0, trials)
                .mapToDouble(expected::probability)
                .toArray();
        int[] filled = IntStream.rangeClosed(0, trials)
                .filter(successes -> DRAWS * chances[successes] > 5)
                .toArray();
        double pValue = new ChiSquareTest()
                .chiSquareTest(
                        IntStream.of(filled)
                                .mapToDouble(successes -> chances[successes])
                                .toArray(),
                        IntStream.of(filled)
                                .mapToLong(successes -> observed[successes])
                                .toArray());
        assertThat(pValue).isGreaterThan(0.01);
    }

    @Test
    @DisplayName("binomial with nothing to decide: no trials, or a chance of 0 or 1")
    void certainties() {
        RandomGenerator random = new SplittableRandom(5);
        for (int draw = 0; draw < 100; draw++) {
            assertThat(new BinomialLaw(0, 0.5).draw(random)).isZero();
            assertThat(new BinomialLaw(6, 0).draw(random)).isZero();
            assertThat(new BinomialLaw(6, 1).draw(random)).isEqualTo(6);
        }
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new GammaLaw(0, 1)).hasMessageContaining("shape 0.0");
        assertThatThrownBy(() -> new GammaLaw(1, -1)).hasMessageContaining("scale -1.0");
        assertThatThrownBy(() -> new BetaLaw(1, Double.NaN)).hasMessageContaining("shape NaN");
        assertThatThrownBy(() -> new LaplaceLaw(0)).hasMessageContaining("scale 0.0");
        assertThatThrownBy(() -> new BinomialLaw(65, 0.5)).hasMessageContaining("65 trials (0 to 64)");
        assertThatThrownBy(() -> new BinomialLaw(5, 1.1)).hasMessageContaining("probability 1.1");
    }

    private static double pValue(RealDistribution expected, ToDoubleFunction<RandomGenerator> law) {
        RandomGenerator random = new SplittableRandom(3);
        double[] values = IntStream.range(0, DRAWS)
                .mapToDouble(i -> law.applyAsDouble(random))
                .toArray();
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, values, false);
    }
}

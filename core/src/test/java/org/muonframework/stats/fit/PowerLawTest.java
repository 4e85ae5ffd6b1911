package org.muonframework.stats.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A power law")
class PowerLawTest {

    private static final double[] X = {1, 2, 4};

    @Test
    @DisplayName("as a line has slope, intercept and errors of the normal equations")
    void line() {
        PowerLaw line = PowerLaw.line(X, new double[] {1, 3, 4}, new double[] {1, 2, 1});
        double determinant = 2.25 * 18 - 5.5 * 5.5;
        assertThat(line.factor().value()).isCloseTo((2.25 * 18.5 - 5.5 * 5.75) / determinant, within(1e-9));
        assertThat(line.constant().value()).isCloseTo((18 * 5.75 - 5.5 * 18.5) / determinant, within(1e-9));
        assertThat(line.factor().error()).isCloseTo(Math.sqrt(2.25 / determinant), within(1e-9));
        assertThat(line.constant().error()).isCloseTo(Math.sqrt(18 / determinant), within(1e-9));
        assertThat(line.power()).isEqualTo(new Estimate(1, 0));
        assertThat(line.degrees()).isEqualTo(1);
        assertThat(line.slope(3)).isEqualTo(line.factor().value());
    }

    @Test
    void isFoundWhereItIsTheTruth() {
        double[] x = {100, 500, 1000, 3000, 8000};
        PowerLaw law = PowerLaw.fit(x, of(x, e -> 7 * Math.pow(e, 0.8) - 40), new double[] {3, 3, 3, 5, 5});
        assertThat(law.factor().value()).isCloseTo(7, within(1e-5));
        assertThat(law.power().value()).isCloseTo(0.8, within(1e-7));
        assertThat(law.constant().value()).isCloseTo(-40, within(1e-3));
        assertThat(law.chiSquare()).isCloseTo(0, within(1e-9));
        assertThat(law.slope(1000)).isCloseTo(7 * 0.8 * Math.pow(1000, -0.2), within(1e-6));
    }

    @Test
    void statesTheErrorsThatItsParametersHave() {
        Random random = new Random(1);
        double[] x = {1, 2, 3, 5, 7, 10};
        double[] errors = {.1, .1, .1, .2, .2, .3};
        int inside = 0;
        for (int i = 0; i < 400; i++) {
            double[] y = of(x, e -> 2 * Math.pow(e, 1.3) + 1);
            for (int k = 0; k < y.length; k++) {
                y[k] += errors[k] * random.nextGaussian();
            }
            Estimate factor = PowerLaw.fit(x, y, errors).factor();
            inside += Math.abs(factor.value() - 2) < factor.error() ? 1 : 0;
        }
        assertThat(inside / 400.0).isCloseTo(0.68, within(0.07));
    }

    @Test
    void isNothingWhereThePointsDoNotFixIt() {
        double[] same = {2, 2, 2};
        assertThat(PowerLaw.line(same, X, X).exists()).isFalse();
        assertThat(PowerLaw.fit(same, X, X).exists()).isFalse();
        assertThat(PowerLaw.line(new double[0], new double[0], new double[0]).degrees())
                .isEqualTo(-2);
        double[] two = {1, 2};
        assertThat(PowerLaw.fit(two, two, two).exists()).isFalse();
    }

    private static double[] of(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }
}

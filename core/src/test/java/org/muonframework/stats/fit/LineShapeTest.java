package org.muonframework.stats.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The shape of a peak")
class LineShapeTest {

    @ParameterizedTest
    @CsvSource({"0.5, 1", "2.4952, 1.5", "0.001, 1", "3, 0.05", "0, 2"})
    void of_voigt_is_the_breit_wigner_folded_with_the_gaussian(double width, double resolution) {
        Voigt voigt = new Voigt(91, width, resolution);
        for (double x = 80; x < 100; x += 1.3) {
            assertThat(voigt.density(x)).isCloseTo(folded(x - 91, width, resolution), within(2e-10));
        }
    }

    /** The Gaussian average of the Breit–Wigner at Γ/2·sinh(v), whose density along v is 1/(π cosh v). */
    private static double folded(double distance, double width, double resolution) {
        Gaussian gaussian = new Gaussian(0, resolution);
        if (width == 0) {
            return gaussian.density(distance);
        }
        double sum = 0;
        double step = 1e-3;
        for (double v = -12; v < 12; v += step) {
            sum += gaussian.density(distance - width / 2 * Math.sinh(v)) / (Math.PI * Math.cosh(v));
        }
        return sum * step;
    }

    @Test
    void of_voigt_far_from_its_centre_is_the_breit_wigner() {
        double far = new Voigt(0, 2, 0.5).density(1000);
        assertThat(far).isCloseTo(1 / (Math.PI * 1e6), within(1e-11));
    }

    @Test
    void has_the_integral_one() {
        assertThat(new Gaussian(3, 0.03).integral(-100, 100)).isCloseTo(1, within(1e-14));
        assertThat(new CrystalBall(3, 0.03, 1.5, 3).integral(-1e6, 100)).isCloseTo(1, within(1e-12));
        Voigt voigt = new Voigt(91, 2.5, 1.5);
        double sum = 0;
        for (double x = 0; x < 182; x += 0.5) {
            sum += voigt.integral(x, x + 0.5);
        }
        double outside = 2.5 / (Math.PI * 91);
        assertThat(sum + outside).isCloseTo(1, within(2e-5));
    }

    @ParameterizedTest
    @CsvSource({"88, 89", "90, 92", "80, 110", "91, 91.01", "60, 75"})
    void integrates_over_a_bin_what_its_density_says(double low, double high) {
        for (LineShape shape : new LineShape[] {
            new Gaussian(91, 1.3), new Voigt(91, 2.5, 1.3), new Voigt(91, 0.4, 0.3), new CrystalBall(91, 1.3, 1, 2)
        }) {
            double sum = 0;
            for (int p = 0; p < 400; p++) {
                double from = low + (high - low) * p / 400;
                sum += new GaussIntegratorFactory()
                        .legendre(8, from, low + (high - low) * (p + 1) / 400)
                        .integrate(shape::density);
            }
            assertThat(shape.integral(low, high)).isCloseTo(sum, within(1e-7 + 1e-6 * sum));
        }
    }

    @Test
    void of_a_crystal_ball_is_smooth_where_the_tail_begins() {
        CrystalBall shape = new CrystalBall(9.46, 0.08, 1.3, 2.5);
        double seam = 9.46 - 1.3 * 0.08;
        double step = 1e-6;
        double below = shape.density(seam - step);
        double at = shape.density(seam);
        double above = shape.density(seam + step);
        assertThat(below).isCloseTo(at, within(1e-3 * at));
        assertThat(above).isCloseTo(at, within(1e-3 * at));
        assertThat((at - below) / (above - at)).isCloseTo(1, within(1e-3));
    }

    @Test
    void of_a_crystal_ball_with_a_late_tail_is_the_gaussian() {
        assertThat(new CrystalBall(0, 1, 9, 5).density(-2)).isCloseTo(new Gaussian(0, 1).density(-2), within(1e-12));
    }
}

package org.muonframework.dimuon.spinquest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.dimuon.Sample;

@DisplayName("The way through the iron")
class IronPassageTest {

    private static final int MUONS = 40_000;

    @ParameterizedTest
    @CsvSource({"30, 40, 0", "12, 100, 2", "60, -300, 0", "25, 5, 1", "25, 20, 0.1"})
    @DisplayName("gives slopes and positions the means, widths and correlations of a walk through 20 slices")
    void slices(double momentum, double z, double x) {
        Muon muon = muon(momentum);
        Vertex vertex = vertex(x, z);
        double[][] passed = new double[4][MUONS];
        double[][] walked = new double[4][MUONS];
        SplittableRandom random = new SplittableRandom(5);
        IronPassage iron = new IronPassage();
        for (int i = 0; i < MUONS; i++) {
            while (!iron.pass(muon, -1, vertex, random)) {
                // some lose too much
            }
            set(passed, i, iron.x, iron.y, iron.slopeX, iron.slopeY);
            walk(walked, i, muon, -1, vertex, iron.loss, random);
        }
        for (int k = 0; k < 4; k++) {
            double width = Sample.standardDeviation(walked[k]);
            assertThat(Sample.mean(passed[k])).isCloseTo(Sample.mean(walked[k]), within(0.03 * width));
            assertThat(Sample.width68(passed[k])).isCloseTo(Sample.width68(walked[k]), within(0.03 * width));
        }
        assertThat(correlation(passed[0], passed[2])).isCloseTo(correlation(walked[0], walked[2]), within(0.01));
        assertThat(correlation(passed[1], passed[3])).isCloseTo(correlation(walked[1], walked[3]), within(0.01));
        assertThat(correlation(passed[1], passed[2])).isCloseTo(correlation(walked[1], walked[2]), within(0.03));
    }

    /** One slice after the other, as the model is stated. */
    private static void walk(
            double[][] state, int row, Muon muon, int charge, Vertex vertex, double loss, SplittableRandom random) {
        double z = Math.max(0, vertex.z);
        double slopeX = muon.px / muon.pz;
        double slopeY = muon.py / muon.pz;
        double x = vertex.x + slopeX * (z - vertex.z);
        double y = vertex.y + slopeY * (z - vertex.z);
        double momentum = Math.sqrt(muon.px * muon.px + muon.py * muon.py + muon.pz * muon.pz);
        double slice = (502.92 - z) / 20;
        for (int i = 0; i < 20; i++) {
            double p = momentum - loss * (i + 0.5) / 20;
            x += slopeX * slice / 2;
            y += slopeY * slice / 2;
            boolean hole = z + slice / 2 < 25 && Math.hypot(x, y) < 1.27;
            double angle = hole ? 0 : 0.255 * Math.sqrt(slice / 502.92) / p;
            slopeX += charge * 3.13 * slice / 502.92 / p + angle * random.nextGaussian();
            slopeY += angle * random.nextGaussian();
            x += slopeX * slice / 2;
            y += slopeY * slice / 2;
            z += slice;
        }
        set(state, row, x, y, slopeX, slopeY);
    }

    private static void set(double[][] state, int row, double x, double y, double slopeX, double slopeY) {
        state[0][row] = x;
        state[1][row] = y;
        state[2][row] = slopeX;
        state[3][row] = slopeY;
    }

    @Test
    @DisplayName("costs 50 GeV muons 8.13 GeV in the median, and those from the middle of the dump about half")
    void loss() {
        assertThat(Sample.median(values(1, iron -> iron.loss, 50, -300))).isCloseTo(8.13, within(0.15));
        assertThat(Sample.median(values(1, iron -> iron.loss, 50, 249)))
                .isCloseTo(8.13 * (1 - 249 / 502.92), within(0.15));
    }

    @Test
    @DisplayName("bends 50 GeV muons along the beam by 2.83 GeV in the mean, and scatters them by 0.225 GeV")
    void bendingAndScattering() {
        assertThat(Sample.mean(values(1, iron -> iron.slopeX * pz(iron), 50, -300)))
                .isCloseTo(2.83, within(0.03));
        assertThat(Sample.standardDeviation(values(1, iron -> iron.slopeY * pz(iron), 50, -300)))
                .isCloseTo(0.225, within(0.01));
    }

    private static double pz(IronPassage iron) {
        return iron.momentum / Math.sqrt(1 + iron.slopeX * iron.slopeX + iron.slopeY * iron.slopeY);
    }

    @Test
    @DisplayName("radiates more than 2 % of the energy at once as often as the spectrum says, by share of its path")
    void bremsstrahlung() {
        SplittableRandom random = new SplittableRandom(7);
        double[] loss = new double[200_000];
        Arrays.setAll(loss, i -> EnergyLoss.inIron(1e4, 0.5, random));
        double spectrum = 4.0 / 3 * Math.log(50) - 4.0 / 3 * 0.98 + 0.49980;
        double expected = 1 - Math.exp(-0.5 * 1.3 * 0.00669 * spectrum);
        double soft = Sample.median(loss);
        assertThat(soft).isBetween(60.0, 80.0);
        // at this momentum the tail of soft losses reaches 2 % of it too, but hardly 10 %
        double above10 = 4.0 / 3 * Math.log(10) - 4.0 / 3 * 0.9 + 0.495;
        assertThat(Sample.fraction(loss, 1e3 + soft, 1e5)).isCloseTo(expected * above10 / spectrum, within(0.001));
    }

    @Test
    @DisplayName("of μ⁻ is that of μ⁺ mirrored in x")
    void chargeSymmetry() {
        double[] plus = values(1, iron -> iron.slopeX, 40, 50);
        double[] minus = values(-1, iron -> -iron.slopeX, 40, 50);
        double error = Sample.standardDeviation(plus) * Math.sqrt(2.0 / MUONS);
        assertThat(Sample.mean(minus)).isCloseTo(Sample.mean(plus), within(4 * error));
        assertThat(Sample.standardDeviation(minus)).isCloseTo(Sample.standardDeviation(plus), within(3 * error));
        double[] x = values(1, iron -> iron.x, 40, 50);
        double[] mirrored = values(-1, iron -> -iron.x, 40, 50);
        assertThat(Sample.mean(mirrored))
                .isCloseTo(Sample.mean(x), within(4 * Sample.standardDeviation(x) * Math.sqrt(2.0 / MUONS)));
    }

    @Test
    @DisplayName("is longer for a muon of the collimator by 2.1 GeV before it")
    void collimator() {
        double[] upstream = values(1, iron -> iron.momentum, 50, -450);
        double[] collimator = values(1, iron -> iron.momentum, 50, -650);
        assertThat(Sample.median(upstream) - Sample.median(collimator)).isCloseTo(2.1, within(0.1));
    }

    @Test
    @DisplayName("ends for muons that would come out with less than 4 GeV, and never goes backwards")
    void stopped() {
        IronPassage iron = new IronPassage();
        SplittableRandom random = new SplittableRandom(8);
        Muon backward = muon(50);
        backward.pz = -backward.pz;
        for (int i = 0; i < 10_000; i++) {
            assertThat(iron.pass(muon(10.8), 1, vertex(0, -300), random)).isFalse();
            assertThat(iron.pass(backward, 1, vertex(0, -300), random)).isFalse();
            if (iron.pass(muon(12), 1, vertex(0, -300), random)) {
                assertThat(iron.momentum).isGreaterThanOrEqualTo(4);
            }
        }
        assertThat(IronPassage.LEAST_START).isLessThanOrEqualTo(4 + 6.85 * (1 - 250 / 502.92));
    }

    private static double[] values(int charge, ToDoubleFunction<IronPassage> value, double momentum, double z) {
        SplittableRandom random = new SplittableRandom(6);
        IronPassage iron = new IronPassage();
        Muon muon = new Muon();
        muon.pz = momentum;
        double[] values = new double[MUONS];
        for (int i = 0; i < MUONS; i++) {
            values[i] = iron.pass(muon, charge, vertex(0, z), random) ? value.applyAsDouble(iron) : Double.NaN;
        }
        return Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
    }

    private static Muon muon(double momentum) {
        Muon muon = new Muon();
        muon.px = 0.02 * momentum;
        muon.py = -0.01 * momentum;
        muon.pz = momentum * Math.sqrt(1 - 5e-4);
        return muon;
    }

    private static Vertex vertex(double x, double z) {
        Vertex vertex = new Vertex();
        vertex.x = x;
        vertex.z = z;
        return vertex;
    }

    private static double correlation(double[] first, double[] second) {
        return new PearsonsCorrelation().correlation(first, second);
    }
}

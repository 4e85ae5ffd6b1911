package org.muonframework.softmuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.stats.Roc;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The simulation agrees with an independent implementation of its laws in NumPy")
class ReferenceTest {

    private static final double SIGMAS = 4;

    /** Rows of a class in the reference, at least. */
    private static final double REFERENCE_ROWS = 40_000;

    private final Rows rows = Rows.of(new SoftMuonSettings(100_000, 2, 0.5, Generator.NOMINAL), 5, 2);
    private final Rows signal = rows.signal();
    private final Rows background = rows.background();

    @ParameterizedTest(name = "{0}: signal {1} ({2}), background {3} ({4})")
    @CsvSource({
        "qOverPSignificance, 0.887, 0.745, 2.50, 1.885",
        "rhoPrime, 0.0409, 0.0367, 0.1565, 0.147",
        "momentumBalanceSignificance, 0, 1.64, 3.00, 2.99",
        "reducedChi2, 1.092, 0.246, 1.735, 1.35",
        "reducedChi2_ID, 1.081, 0.280, 1.600, 1.66",
        "reducedChi2_ME, 1.170, 0.625, 1.43, 1.13",
        "scatteringCurvatureSignificance, 0, 1.13, 0, 5.57",
        "scatteringNeighbourSignificance, 0, 1.285, 0, 4.68",
        "segmentDeltaEta, 0, 0.0022, 0, 0.0116",
        "spectrometerFieldIntegral, 2.957, 0.838, 2.985, 0.872",
        "numberOfPixelHits, 4.124, 0.847, 4.125, 0.853",
        "numberOfPixelDeadSensors, 0.0695, 0.256, 0.0702, 0.258",
    })
    @DisplayName("mean and standard deviation of the inputs, to 4 standard errors of the mean and 4 % of the spread")
    void inputs(String name, double signalMean, double signalSpread, double backgroundMean, double backgroundSpread) {
        assertMoments(signal, name, signalMean, signalSpread);
        assertMoments(background, name, backgroundMean, backgroundSpread);
    }

    @Test
    void hitsAndMomenta() {
        assertThat(meanOf(signal, row -> signal.get("outerLargeHits")[row] + signal.get("outerSmallHits")[row]))
                .isCloseTo(5.195, within(0.03));
        assertThat(meanOf(
                        background,
                        row -> background.get("outerLargeHits")[row]
                                + background.get("outerSmallHits")[row]))
                .isCloseTo(4.425, within(0.05));
        assertThat(new Percentile().evaluate(signal.get("pt"), 50)).isCloseTo(11.93, within(0.15));
        assertThat(new Percentile().evaluate(background.get("pt"), 50)).isCloseTo(7.14, within(0.06));
        assertThat(meanOf(signal, row -> signal.get("author")[row])).isCloseTo(1.168, within(0.02));
        assertThat(meanOf(background, row -> background.get("author")[row])).isCloseTo(1.46, within(0.04));
    }

    @Test
    @DisplayName("of 38 % kaons produced 28 % are left after the selection; of the signal 63 % is b → μ")
    void sources() {
        assertThat(meanOf(background, row -> background.get("source")[row] == 4 ? 1 : 0))
                .isCloseTo(0.280, within(0.01));
        assertThat(meanOf(signal, row -> signal.get("source")[row] == 0 ? 1 : 0))
                .isCloseTo(0.634, within(0.01));
    }

    @Test
    @DisplayName("all rows pass the Medium selection: 4 < pT < 300 GeV, q/p significance < 7, two precision layers")
    void medium() {
        assertThat(Arrays.stream(rows.get("pt")).min().orElseThrow()).isBetween(4.0, 4.01);
        assertThat(Arrays.stream(rows.get("pt")).max().orElseThrow()).isBetween(100.0, 300.0);
        assertThat(Arrays.stream(rows.get("qOverPSignificance")).max().orElseThrow())
                .isBetween(6.9, 7.0);
        assertThat(Arrays.stream(rows.get("nprec")).min()).hasValue(2);
    }

    @Test
    @DisplayName("the TIGHT selection keeps 0.907 of the signal and 0.429 of the background, each ± 0.02")
    void tight() {
        assertThat(signal.share(row -> tight(signal, row))).isCloseTo(0.907, within(0.02));
        assertThat(background.share(row -> tight(background, row))).isCloseTo(0.429, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"momentumBalanceSignificance, 0.81", "rhoPrime, 0.79", "qOverPSignificance, 0.77"})
    @DisplayName("the best single variables have areas under the curve of 0.81, 0.79 and 0.77")
    void singleVariables(String name, double auc) {
        double[] scores = Arrays.stream(rows.get(name)).map(value -> -value).toArray();
        boolean[] isSignal = new boolean[rows.size()];
        for (int row = 0; row < isSignal.length; row++) {
            isSignal[row] = rows.get("label")[row] == 1;
        }
        double[] weights = rows.get("weight");
        assertThat(Roc.of(scores, isSignal, weights).auc()).isCloseTo(auc, within(0.01));
    }

    /** Cuts whose structure is that of ATLAS, with constants tuned to this simulation. */
    private static boolean tight(Rows of, int row) {
        double pt = of.get("pt")[row];
        double eta = Math.abs(of.get("eta")[row]);
        double transition = eta > 1.05 && eta < 1.6 ? 1.25 : 1;
        double maxRho = transition * (pt >= 6 && pt < 20 ? 0.125 : 0.11);
        double maxSignificance = pt < 6 ? 1.3 : pt < 20 ? 1.9 : Double.POSITIVE_INFINITY;
        return of.get("nprec")[row] >= 2
                && of.get("reducedChi2")[row] < 8
                && of.get("rhoPrime")[row] < maxRho
                && of.get("qOverPSignificance")[row] < maxSignificance;
    }

    private static void assertMoments(Rows of, String name, double mean, double spread) {
        double error = spread * Math.sqrt(1.0 / of.size() + 1 / REFERENCE_ROWS);
        double[] values = of.get(name);
        assertThat(StatUtils.mean(values)).as("mean").isCloseTo(mean, within(SIGMAS * error));
        assertThat(Math.sqrt(StatUtils.variance(values))).as("spread").isCloseTo(spread, within(0.04 * spread));
    }

    private static double meanOf(Rows of, IntToDoubleFunction value) {
        return IntStream.range(0, of.size()).mapToDouble(value).average().orElseThrow();
    }
}

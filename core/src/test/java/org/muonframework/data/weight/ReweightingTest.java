package org.muonframework.data.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.problem.DataException;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

@DisplayName("Reweighting")
class ReweightingTest {

    private static final List<String> TWO = List.of("background", "signal");
    private static final List<String> THREE = List.of("pion", "kaon", "muon");
    private static final Double[] PT = {4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 60.0, 300.0};
    private static final Offset<Double> EXACT = within(1e-12);

    /** Rows of falling pt; each class falls at its own rate. */
    private record Toy(int[] labels, float[] weights, Map<String, double[]> columns) {

        static Toy of(int rows, int classes, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] labels = new int[rows];
            float[] weights = new float[rows];
            double[] pt = new double[rows];
            double[] eta = new double[rows];
            for (int i = 0; i < rows; i++) {
                labels[i] = random.nextInt(classes);
                weights[i] = (float) random.nextDouble(0.5, 1.5);
                pt[i] = 4 - (5 + 4 * labels[i]) * Math.log(1 - random.nextDouble());
                eta[i] = random.nextDouble(-2.5, 2.5);
            }
            return new Toy(labels, weights, Map.of("pt", pt, "eta", eta));
        }

        Reweighting fit(ReweightPlan plan, List<String> classes) {
            return Reweighting.fit(plan, labels, weights, columns, classes);
        }

        Reweighted by(Reweighting reweighting) {
            return reweighting.apply(labels, weights, columns);
        }

        double sum(int label, double[] of) {
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                sum += labels[i] == label ? of[i] : 0;
            }
            return sum;
        }

        double[] before() {
            double[] before = new double[weights.length];
            for (int i = 0; i < before.length; i++) {
                before[i] = weights[i];
            }
            return before;
        }

        Histogram histogram(int label, double[] of, String variable, Double... edges) {
            double[] own = of.clone();
            for (int i = 0; i < own.length; i++) {
                own[i] *= labels[i] == label ? 1 : 0;
            }
            return Histogram.of(Binning.of(unboxed(edges)), columns.get(variable), own);
        }

        double[] shape(int label, double[] of, String variable, Double... edges) {
            return histogram(label, of, variable, edges).fractions().values();
        }
    }

    private static double[] unboxed(Double... values) {
        return Arrays.stream(values).mapToDouble(Double::doubleValue).toArray();
    }

    private static ReweightPlan plan(ReweightMode mode, double cap, ReweightVariable... variables) {
        return new ReweightPlan(mode, List.of(variables), cap, 1, "analysis.conf:3");
    }

    private static ReweightVariable pt(Double... edges) {
        return new ReweightVariable("pt", "pt", BinChoice.between(edges));
    }

    @Test
    @DisplayName("gives the signal the shape of the background in every bin, and leaves the background alone")
    void signalToBackground() {
        Toy toy = Toy.of(20_000, 2, 1);
        double[] weights = toy.by(toy.fit(plan(ReweightMode.SIGNAL_TO_BACKGROUND, 1e9, pt(PT)), TWO))
                .weights();

        assertThat(toy.shape(1, weights, "pt", PT)).containsExactly(toy.shape(0, toy.before(), "pt", PT), EXACT);
        assertThat(toy.shape(1, toy.before(), "pt", PT)[0])
                .as("it was another one")
                .isNotCloseTo(toy.shape(0, toy.before(), "pt", PT)[0], within(0.05));
        assertThat(toy.sum(1, weights)).isCloseTo(toy.sum(1, toy.before()), within(1e-9));
        for (int i = 0; i < weights.length; i++) {
            assertThat(toy.labels()[i] == 0 && weights[i] != toy.weights()[i]).isFalse();
        }
    }

    @Test
    @DisplayName("gives each background class the shape of the signal, and so all of them together")
    void backgroundToSignal() {
        Toy toy = Toy.of(30_000, 3, 2);
        Double[] edges = {4.0, 6.0, 10.0, 20.0, 30.0};
        ReweightPlan plan = new ReweightPlan(ReweightMode.BACKGROUND_TO_SIGNAL, List.of(pt(edges)), 1e9, 2, "");
        double[] weights = toy.by(toy.fit(plan, THREE)).weights();

        double[] signal = toy.shape(2, toy.before(), "pt", edges);
        for (int label = 0; label < 2; label++) {
            assertThat(toy.shape(label, weights, "pt", edges)).containsExactly(signal, EXACT);
            assertThat(toy.sum(label, weights)).isCloseTo(toy.sum(label, toy.before()), within(1e-8));
        }
    }

    @Test
    @DisplayName("gives the signal the shape of all other classes together")
    void backgroundTogether() {
        Toy toy = Toy.of(30_000, 3, 3);
        Double[] edges = {4.0, 6.0, 10.0, 20.0, 30.0};
        double[] weights = toy.by(toy.fit(plan(ReweightMode.SIGNAL_TO_BACKGROUND, 1e9, pt(edges)), THREE))
                .weights();

        double[] first = toy.histogram(0, toy.before(), "pt", edges).sums();
        double[] last = toy.histogram(2, toy.before(), "pt", edges).sums();
        double total = Arrays.stream(first).sum() + Arrays.stream(last).sum();
        double[] shape = toy.shape(1, weights, "pt", edges);
        for (int bin = 0; bin < shape.length; bin++) {
            assertThat(shape[bin]).isCloseTo((first[bin] + last[bin]) / total, EXACT);
        }
    }

    @Test
    @DisplayName("makes every bin of each class hold the same weight, whatever its width")
    void flat() {
        Toy toy = Toy.of(20_000, 2, 4);
        double[] weights =
                toy.by(toy.fit(plan(ReweightMode.FLATTEN, 1e9, pt(PT)), TWO)).weights();

        for (int label = 0; label < 2; label++) {
            double[] filled = Arrays.stream(toy.shape(label, weights, "pt", PT))
                    .filter(part -> part > 0)
                    .toArray();
            assertThat(filled).hasSizeGreaterThan(10);
            for (double part : filled) {
                assertThat(part).isCloseTo(1.0 / filled.length, EXACT);
            }
            assertThat(toy.sum(label, weights)).isCloseTo(toy.sum(label, toy.before()), within(1e-8));
        }
    }

    @Test
    @DisplayName("makes independent rows flat within their fluctuations: χ²/ndf between 0.5 and 1.5")
    void flatElsewhere() {
        Double[] edges =
                DoubleStream.iterate(4, edge -> edge + 0.4).limit(41).boxed().toArray(Double[]::new);
        Reweighting reweighting = Toy.of(1_000_000, 2, 5).fit(plan(ReweightMode.FLATTEN, 50, pt(edges)), TWO);
        Toy other = Toy.of(20_000, 2, 6);
        double[] weights = other.by(reweighting).weights();

        for (int label = 0; label < 2; label++) {
            Histogram histogram = other.histogram(label, weights, "pt", edges);
            double flat = histogram.total() / histogram.sums().length;
            double chiSquare = 0;
            for (int bin = 0; bin < histogram.sums().length; bin++) {
                chiSquare +=
                        Math.pow(histogram.sums()[bin] - flat, 2) / histogram.squares()[bin];
            }
            assertThat(chiSquare / (histogram.sums().length - 1)).isBetween(0.5, 1.5);
        }
    }

    @Test
    @DisplayName("cuts factors off at the cap, then scales them all to keep the sum")
    void cap() {
        // Signal 9 : 1, background 5 : 5, so that the factors are 5/9 and 5; with a cap of 2 they are 5/9 and 2,
        // 7 in sum, and are scaled by 10/7.
        int[] labels = {0, 0, 1, 1};
        float[] weights = {5, 5, 9, 1};
        Map<String, double[]> columns = Map.of("pt", new double[] {1, 3, 1, 3});
        Reweighting reweighting = Reweighting.fit(
                plan(ReweightMode.SIGNAL_TO_BACKGROUND, 2, pt(0.0, 2.0, 4.0)), labels, weights, columns, TWO);

        Reweighted rows = reweighting.apply(labels, weights, columns);

        assertThat(rows.weights()).containsExactly(new double[] {5, 5, 50.0 / 7, 20.0 / 7}, EXACT);
        assertThat(rows.capped()).containsExactly(false, false, false, true);
    }

    @Test
    @DisplayName("leaves rows alone beyond the edges, without a value, and where there is nothing to follow")
    void outside() {
        int[] labels = {0, 0, 1, 1, 1, 1, 1, 0};
        float[] weights = {2, 1, 3, 5, 7, 11, 13, 17};
        double[] pt = {0.5, 1.5, 0.5, 1.5, 2.5, 9, Double.NaN, -1};
        Map<String, double[]> columns = Map.of("pt", pt);
        Reweighting reweighting = Reweighting.fit(
                plan(ReweightMode.SIGNAL_TO_BACKGROUND, 50, pt(0.0, 1.0, 2.0, 3.0)), labels, weights, columns, TWO);

        Reweighted rows = reweighting.apply(labels, weights, columns);

        assertThat(rows.weights()).containsExactly(new double[] {2, 1, 16.0 / 3, 8.0 / 3, 7, 11, 13, 17}, EXACT);
        assertThat(rows.outside()).containsExactly(false, false, false, false, true, true, true, false);
    }

    @Test
    @DisplayName("takes a bin whose weights do not add up to more than 0 as one without rows")
    void negativeBins() {
        int[] labels = {0, 0, 0, 1, 1, 1};
        float[] weights = {1, 2, -3, 4, 5, 6};
        Map<String, double[]> columns = Map.of("pt", new double[] {0.5, 1.5, 2.5, 0.5, 1.5, 2.5});
        Reweighting reweighting = Reweighting.fit(
                plan(ReweightMode.SIGNAL_TO_BACKGROUND, 50, pt(0.0, 1.0, 2.0, 3.0)), labels, weights, columns, TWO);

        assertThat(reweighting.apply(labels, weights, columns).weights())
                .containsExactly(new double[] {1, 2, -3, 3, 6, 6}, EXACT);
    }

    @Test
    @DisplayName("binds several variables together, not one after the other")
    void severalVariables() {
        Toy toy = Toy.of(50_000, 2, 7);
        // In the signal, large pt goes with positive eta, more often than not.
        double[] eta = toy.columns().get("eta");
        for (int i = 0; i < eta.length; i++) {
            boolean tied = toy.labels()[i] == 1 && toy.columns().get("pt")[i] > 10 && i % 5 < 3;
            eta[i] = tied ? Math.abs(eta[i]) : eta[i];
        }
        ReweightVariable second = new ReweightVariable("eta", "eta", BinChoice.between(-2.5, 0.0, 2.5));
        Double[] edges = {4.0, 7.0, 10.0, 20.0, 30.0};
        double[] weights = toy.by(toy.fit(plan(ReweightMode.BACKGROUND_TO_SIGNAL, 1e9, pt(edges), second), TWO))
                .weights();

        assertThat(cells(toy, 0, weights, edges)).containsExactly(cells(toy, 1, toy.before(), edges), EXACT);
    }

    /** The part of the weight in each bin of pt, for negative and then for positive eta. */
    private static double[] cells(Toy toy, int label, double[] weights, Double... edges) {
        double[] negative = weights.clone();
        double[] positive = weights.clone();
        for (int i = 0; i < weights.length; i++) {
            (toy.columns().get("eta")[i] < 0 ? positive : negative)[i] = 0;
        }
        double[] sums = DoubleStream.concat(
                        Arrays.stream(
                                toy.histogram(label, negative, "pt", edges).sums()),
                        Arrays.stream(
                                toy.histogram(label, positive, "pt", edges).sums()))
                .toArray();
        double total = Arrays.stream(sums).sum();
        return Arrays.stream(sums).map(sum -> sum / total).toArray();
    }

    @Test
    @DisplayName("makes bins of equal weight, to which each class contributes the same")
    void quantiles() {
        Toy toy = Toy.of(100_000, 2, 8);
        ReweightVariable variable = new ReweightVariable("pt", "pt", BinChoice.ofEqualWeight(4));
        Double[] edges = Arrays.stream(toy.fit(plan(ReweightMode.FLATTEN, 50, variable), TWO)
                        .edges()
                        .get(0))
                .boxed()
                .toArray(Double[]::new);

        double[] background = toy.shape(0, toy.before(), "pt", edges);
        double[] signal = toy.shape(1, toy.before(), "pt", edges);
        assertThat(edges).hasSize(5);
        for (int bin = 0; bin < 4; bin++) {
            assertThat((background[bin] + signal[bin]) / 2).isCloseTo(0.25, within(1e-4));
        }
    }

    @Test
    @DisplayName("has the factors of the training part for any rows, and nothing of those rows in them")
    void factorsOfTraining() {
        Toy training = Toy.of(5000, 2, 10);
        Reweighting reweighting = training.fit(plan(ReweightMode.FLATTEN, 50, pt(4.0, 6.0, 9.0, 20.0)), TWO);
        double[] before = training.by(reweighting).weights();
        int[] labels = {0, 1, 1};
        float[] weights = {1, 1, 4};
        double[] pt = {5, 5, 5};

        double[] single = reweighting.apply(labels, weights, Map.of("pt", pt)).weights();

        assertThat(single[2]).isEqualTo(4 * single[1]);
        for (int label = 0; label < 2; label++) {
            int row = first(training, label);
            assertThat(single[label]).isCloseTo(before[row] / training.weights()[row], within(1e-6));
        }
        assertThat(training.by(reweighting).weights()).isEqualTo(before);
    }

    private static int first(Toy toy, int label) {
        int row = 0;
        while (toy.labels()[row] != label || toy.columns().get("pt")[row] >= 6) {
            row++;
        }
        return row;
    }

    @Test
    @DisplayName("refuses classes that have no bin in common, and a variable of one value")
    void impossible() {
        int[] labels = {0, 1};
        float[] weights = {1, 1};
        Map<String, double[]> columns = Map.of("pt", new double[] {1, 3}, "one", new double[] {7, 7});

        assertThatThrownBy(() -> Reweighting.fit(
                        plan(ReweightMode.SIGNAL_TO_BACKGROUND, 50, pt(0.0, 2.0, 4.0)), labels, weights, columns, TWO))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("analysis.conf:3")
                .hasMessageContaining("class 'signal' cannot be reweighted");
        ReweightVariable constant = new ReweightVariable("one", "one", BinChoice.ofEqualWeight(20));
        assertThatThrownBy(
                        () -> Reweighting.fit(plan(ReweightMode.FLATTEN, 50, constant), labels, weights, columns, TWO))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no bins of equal weight can be made for 'one'");
    }

    @Property(tries = 200)
    void everyClassKeepsItsSum(
            @ForAll long seed, @ForAll ReweightMode mode, @ForAll @IntRange(min = 1, max = 100) int cap) {
        SplittableRandom random = new SplittableRandom(seed);
        Toy toy = Toy.of(2000, 3, seed);
        for (int i = 0; i < toy.weights().length; i++) {
            toy.weights()[i] *= random.nextInt(8) == 0 ? -1 : 1;
        }
        Double[] edges = {4.0, 5.0, 7.0, 8.0, 11.0, 30.0, 60.0};
        Reweighted rows = toy.by(toy.fit(plan(mode, cap, pt(edges)), THREE));

        for (int label = 0; label < 3; label++) {
            double sum = toy.sum(label, toy.before());
            assertThat(toy.sum(label, rows.weights())).isCloseTo(sum, within(1e-9 * Math.abs(sum) + 1e-9));
        }
        for (int i = 0; i < rows.weights().length; i++) {
            assertThat(rows.outside()[i] && rows.weights()[i] != toy.weights()[i])
                    .isFalse();
            assertThat(rows.weights()[i] * toy.weights()[i]).as("the sign").isPositive();
        }
    }
}

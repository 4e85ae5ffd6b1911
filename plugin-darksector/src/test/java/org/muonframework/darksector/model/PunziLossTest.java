package org.muonframework.darksector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.darksector.merit.PunziSensitivity;
import org.muonframework.spi.model.ArchitectureException;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.problem.DataException;

@DisplayName("The Punzi loss")
class PunziLossTest {

    /** As in the paper: 50 /fb, no trigger. */
    private static final PunziLossSettings PAPER = ToySearch.settings("luminosity = 50, trigger-efficiency = 1");

    private static final PunziLoss LOSS = new PunziLoss(PAPER);

    /** Rows written down by hand: {@code kind}, measured mass, generated mass, weight, output. */
    private static final class Rows {

        private final Map<String, float[]> columns = new HashMap<>();
        private float[] outputs = new float[0];
        private double share = 1;

        Rows signal(double genMass, double mass, double generated, double output) {
            return row(1, 1, mass, genMass, generated, 1, output);
        }

        Rows background(double mass, double weight, double output) {
            return row(0, 0, mass, -999, 0, weight, output);
        }

        Rows wrongPair(double genMass, double mass, double output) {
            return row(0, 1, mass, genMass, 100, 1, output);
        }

        Rows share(double part) {
            share = part;
            return this;
        }

        private Rows row(
                double label,
                double signalEvent,
                double mass,
                double genMass,
                double generated,
                double weight,
                double output) {
            add("label == 1", label);
            add("signalEvent == 0", signalEvent == 0 ? 1 : 0);
            add("mass", mass);
            add("genMass", genMass);
            add("generated", generated);
            add("weight", weight);
            add("0.25", 0.25);
            outputs = appended(outputs, output);
            return this;
        }

        private void add(String column, double value) {
            columns.merge(column, new float[] {(float) value}, (all, one) -> appended(all, one[0]));
        }

        private static float[] appended(float[] values, double value) {
            float[] longer = Arrays.copyOf(values, values.length + 1);
            longer[values.length] = (float) value;
            return longer;
        }

        LossBatch batch() {
            float[] ones = new float[outputs.length];
            Arrays.fill(ones, 1);
            return new LossBatch(outputs, 1, columns.get("label == 1"), ones, true, columns, share);
        }

        double loss(PunziLoss loss) {
            return loss.begin().evaluate(batch(), new float[outputs.length]);
        }

        float[] gradient(PunziLoss loss) {
            float[] gradient = new float[outputs.length];
            loss.begin().evaluate(batch(), gradient);
            return gradient;
        }
    }

    @ParameterizedTest(name = "B = {0}")
    @CsvSource({"0, 0.1233284", "100, 1.8758800"})
    @DisplayName("of one mass is the sensitivity, with the values of the published code")
    void golden(double background, double expected) {
        Rows rows = new Rows().signal(1, 1.1, 1, 0).background(0.9, 2 * background, 0);
        assertThat(rows.loss(LOSS)).isCloseTo(expected, within(5e-8));
    }

    @Test
    @DisplayName("is the mean over the masses, each with the rows in its window")
    void meanOverMasses() {
        Rows rows = new Rows()
                .signal(1, 1.1, 4, 0)
                .signal(1, 1.3, 4, 0)
                .signal(1.25, 1.3, 8, Math.log(3))
                .wrongPair(1, 1.2, 5)
                .background(0.8, 20, 0)
                .background(1.1, 10, 0)
                .background(4, 1000, 0);
        double first = sensitivity(10 + 5, 0.5 / 4);
        double second = sensitivity(5, 0.75 / 8);
        assertThat(rows.loss(LOSS)).isCloseTo((first + second) / 2, within(1e-6));
        float[] gradient = rows.gradient(LOSS);
        assertThat(gradient[1]).as("signal beyond its window").isZero();
        assertThat(gradient[3]).as("a wrong pair").isZero();
        assertThat(gradient[6]).as("background in no window").isZero();
        assertThat(gradient[0]).isNegative();
        assertThat(gradient[4]).isPositive();
        assertThat(gradient[5]).as("in both windows").isPositive();
    }

    @Test
    @DisplayName("falls with half the background, and with twice the trigger's efficiency")
    void monotone() {
        Rows all = random(new Random(1), 1);
        Rows half = random(new Random(1), 0.5);
        assertThat(half.loss(LOSS)).isLessThan(all.loss(LOSS));
        PunziLoss poor = new PunziLoss(ToySearch.settings("luminosity = 50, trigger-efficiency = 0.5"));
        assertThat(all.loss(poor)).isGreaterThan(all.loss(LOSS));
    }

    @Test
    @DisplayName("has the gradient of finite differences")
    void gradient() {
        Rows rows = random(new Random(2), 1);
        float[] gradient = rows.gradient(LOSS);
        float step = 1f / 256;
        for (int row = 0; row < gradient.length; row++) {
            float output = rows.outputs[row];
            rows.outputs[row] = output + step;
            double above = rows.loss(LOSS);
            rows.outputs[row] = output - step;
            double below = rows.loss(LOSS);
            rows.outputs[row] = output;
            assertThat((double) gradient[row])
                    .as("row %d", row)
                    .isCloseTo((above - below) / (2 * step), within(1e-4 * Math.abs(gradient[row]) + 1e-9));
        }
    }

    @Test
    @DisplayName("is that of the whole sample, whatever part of it is looked at")
    void share() {
        Rows part = new Rows().signal(1, 1, 100, 0.3).background(1.1, 3, -0.2);
        Rows whole = new Rows()
                .signal(1, 1, 100, 0.3)
                .background(1.1, 3, -0.2)
                .signal(1, 1, 100, 0.3)
                .background(1.1, 3, -0.2);
        assertThat(part.share(0.5).loss(LOSS)).isCloseTo(whole.loss(LOSS), within(1e-9));
    }

    @Test
    @DisplayName("stays finite without efficiency or background, with an efficiency of at least 1e-6")
    void floors() {
        Rows none = new Rows().signal(1, 1.4, 10, 0).background(1, 100, -400);
        assertThat(none.loss(LOSS)).isCloseTo(sensitivity(0, 1e-6), Percentage.withPercentage(1e-9));
        assertThat(none.gradient(LOSS)).containsOnly(0);
        Rows faint = new Rows().signal(1, 1, 10, -400).background(1, 100, -40);
        assertThat(faint.loss(LOSS)).isFinite();
        for (float slope : faint.gradient(LOSS)) {
            assertThat(slope).isFinite();
        }
    }

    @Test
    @DisplayName("of a batch without signal does not exist")
    void withoutSignal() {
        assertThatThrownBy(() -> new Rows().background(1, 1, 0).loss(LOSS))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "a batch of 1 rows: there is no signal in it for the Punzi loss; expected batches with signal of"
                                + " all masses, at best all rows in one: batch-size = 0");
        assertThatThrownBy(() -> LOSS.check(2, 0)).isInstanceOf(ArchitectureException.class);
    }

    @ParameterizedTest(name = "{0}: {1} in row {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "weight           | -0.5 | 3 | row 4: the weight -0.5 of this background row, 'weight', is negative, and so"
                        + " may be a number of events whose root the loss takes; expected 0 or more, such as"
                        + " loss.weight = \"max(weight, 0)\"",
                "weight           | NaN  | 2 | row 3: 'weight' is NaN, not a finite number",
                "mass             | NaN  | 0 | row 1: 'mass' is NaN, not a finite number",
                "generated        | 0    | 0 | row 1: 'generated' of this signal row is 0.0, not above 0",
                "generated        | 7    | 1 | row 2: 'generated' is 7.0, and 10.0 in another signal row of the same mass 1.0",
                "0.25             | -1   | 1 | row 2: '0.25' of this signal row is -1.0, not above 0",
                "label == 1       | 1    | 2 | row 3: it is signal by 'label == 1' and background by 'signalEvent == 0'",
                "signalEvent == 0 | NaN  | 0 | row 1: 'signalEvent == 0' is not a number",
                "label == 1       | all  | 0 | none of 4 rows is signal, which is 'label == 1'",
                "signalEvent == 0 | all  | 0 | none of 4 rows is background, which is 'signalEvent == 0'"
            })
    @DisplayName("names the row that it cannot be computed of")
    void objections(String column, String value, int row, String expected) {
        Map<String, double[]> columns = new HashMap<>();
        new Rows()
                .signal(1, 1, 10, 0)
                .signal(1, 1.1, 10, 0)
                .background(1, 2, 0)
                .background(1, 2, 0)
                .columns
                .forEach((name, values) -> columns.put(name, doubles(values)));
        assertThat(LOSS.objection(columns)).isEmpty();
        if (value.equals("all")) {
            Arrays.fill(columns.get(column), 0);
        } else {
            columns.get(column)[row] = Double.parseDouble(value);
        }
        assertThat(LOSS.objection(columns)).isEqualTo(Optional.of(expected));
    }

    @Test
    @DisplayName("asks for each expression once")
    void columns() {
        assertThat(LOSS.columns())
                .containsExactly("mass", "genMass", "generated", "label == 1", "signalEvent == 0", "weight", "0.25");
        assertThat(new PunziLoss(ToySearch.settings("gen-mass = mass")).columns())
                .hasSize(6);
    }

    private static double sensitivity(double background, double efficiency) {
        return PunziSensitivity.of(3, 1.28155, background, efficiency, 50);
    }

    private static Rows random(Random random, double scale) {
        Rows rows = new Rows();
        for (int i = 0; i < 40; i++) {
            double mass = 1 + 0.2 * random.nextInt(5);
            rows.signal(mass, mass + 0.2 * random.nextGaussian(), 20, random.nextGaussian());
            rows.background(0.5 + 2 * random.nextDouble(), scale * 10 * random.nextDouble(), random.nextGaussian());
        }
        return rows;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}

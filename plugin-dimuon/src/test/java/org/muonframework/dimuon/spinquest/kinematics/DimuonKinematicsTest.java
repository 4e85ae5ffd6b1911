package org.muonframework.dimuon.spinquest.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.dimuon.spinquest.kinematics.ToyPairs.judge;
import static org.muonframework.dimuon.spinquest.kinematics.ToyPairs.sample;
import static org.muonframework.dimuon.spinquest.kinematics.ToyPairs.settings;
import static org.muonframework.dimuon.spinquest.kinematics.ToyPairs.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.spinquest.PairKinematics;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

@DisplayName("The kinematics of predicted pairs")
class DimuonKinematicsTest {

    private final Sample validation = sample(Part.VALIDATION, 4000, 1);
    private final Sample test = sample(Part.TEST, 4000, 2);

    /** The golden pair of the kinematics: px 0.5, py 0.5, pz 75 and mass 3.77844. */
    @Test
    @DisplayName("are x1, x2 and xF of predicted momenta and masses")
    void derived() {
        float[][] pair = {{0.5f}, {0.5f}, {75}, {3.77844f}};
        Sample one = new Sample(Part.TEST, new int[0], pair, pair, new double[] {1}, Map.of());
        List<Quantity> quantities = new PairQuantities(ToyPairs.evaluation(one), one, Map.of()).all();
        assertThat(quantities).extracting(Quantity::name).containsExactly("px", "py", "pz", "mass", "x1", "x2", "xF");
        assertThat(quantities.get(4).predicted()[0]).isCloseTo(0.62097, within(1e-4));
        assertThat(quantities.get(5).truth()[0]).isCloseTo(0.10653, within(1e-4));
        assertThat(quantities.get(6).predicted()[0]).isCloseTo(0.55328, within(1e-4));
    }

    @Test
    @DisplayName("have residuals like those that follow row by row")
    void residuals() {
        MetricResult result = judge(settings(), validation, test);
        double sum = 0;
        for (int row = 0; row < test.rows(); row++) {
            sum += x2(test.predictions(), row) - x2(test.targets(), row);
        }
        MetricValue bias = value(result, "bias", "x2");
        assertThat(bias.value()).isCloseTo(sum / test.rows(), within(1e-9));
        assertThat(bias.keys()).doesNotContainKey("method");
        MetricValue width = value(result, "resolution-68", "x1");
        assertThat(width.value()).isCloseTo(2 / 120.94, within(0.0008));
        assertThat(width.low()).isLessThan(width.value());
        assertThat(width.high()).isGreaterThan(width.value());
    }

    private static double x2(float[][] pair, int row) {
        return PairKinematics.ofMass(pair[0][row], pair[1][row], pair[2][row], pair[3][row])
                .x2();
    }

    @Test
    @DisplayName("stand beside those of a reference")
    void reference() {
        var withReference = new DimuonKinematicsSettings(40, 6, 20, Map.of("x2", "swimX2"), List.of());
        Metric metric = new DimuonKinematicsProvider().create(withReference, Context.standalone(1, 1));
        assertThat(metric.columns()).containsExactly("swimX2");
        List<MetricValue> widths = metric.evaluate(ToyPairs.evaluation(validation, test)).values().stream()
                .filter(found -> found.name().equals("resolution-68")
                        && found.keys().get("target").equals("x2"))
                .toList();
        assertThat(widths).extracting(found -> found.keys().get("method")).containsExactly("model", "reference");
        assertThat(widths.get(1).value()).isGreaterThan(2 * widths.get(0).value());
    }

    @Test
    @DisplayName("have a pull of the mass of width 1, whose error other rows tell")
    void pull() {
        MetricResult result = judge(settings(), validation, test);
        MetricValue coverage = value(result, "pull-coverage", "mass");
        assertThat(coverage.value()).isCloseTo(0.6827, within(0.02));
        assertThat(coverage.high() - coverage.low()).isCloseTo(2 * 0.0074, within(0.001));
        assertThat(value(result, "pull-width-68", "mass").value()).isCloseTo(1, within(0.04));
        assertThat(value(result, "pull-median", "mass").value()).isCloseTo(0, within(0.05));
        assertThat(result.notes()).anyMatch(note -> note.contains("on the validation part"));
        Sample worse = sample(Part.VALIDATION, 4000, 3);
        float[] masses = worse.predictions()[3];
        for (int row = 0; row < masses.length; row++) {
            masses[row] = worse.targets()[3][row] + 3 * (masses[row] - worse.targets()[3][row]);
        }
        assertThat(value(judge(settings(), worse, test), "pull-width-68", "mass")
                        .value())
                .isCloseTo(1 / 3.0, within(0.05));
    }

    @Test
    @DisplayName("have a pull that covers, however predictions lean and whatever their distribution is")
    void coverage() {
        for (Sample part : List.of(validation, test)) {
            float[] masses = part.predictions()[3];
            for (int row = 0; row < masses.length; row++) {
                double error = masses[row] - part.targets()[3][row];
                masses[row] = (float) (3 + 0.5 * (part.targets()[3][row] - 3) + error * error);
            }
        }
        MetricResult result = judge(settings(), validation, test);
        assertThat(value(result, "pull-coverage", "mass").value()).isCloseTo(0.6827, within(0.02));
        assertThat(Math.abs(value(result, "pull-width-68", "mass").value() - 1)).isGreaterThan(0.05);
    }

    @Test
    @DisplayName("warn of widths that are those of the spectrum in training, and of no others")
    void warning() {
        assertThat(judge(settings(), validation, test).warnings()).isEmpty();
        Sample drawn = sample(Part.TEST, 4000, 2);
        for (int row = 0; row < drawn.rows(); row++) {
            drawn.predictions()[0][row] *= 0.1f;
        }
        MetricResult result = judge(settings(), validation, drawn);
        assertThat(value(result, "prior-driven-fraction", "px").value()).isEqualTo(1);
        assertThat(value(result, "response", "px").value()).isCloseTo(0.1, within(0.02));
        assertThat(value(result, "prior-driven-fraction", "py").value()).isZero();
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .contains("is no resolution, for px (100 % of the rows, median slope 0.10): ");
    }

    @Test
    @DisplayName("are drawn beside the true ones, with residuals of what is derived")
    void figures() {
        assertThat(judge(settings(), validation, test).figures())
                .extracting(Figure::name)
                .containsExactly(
                        "kinematics-px",
                        "kinematics-py",
                        "kinematics-pz",
                        "kinematics-mass",
                        "kinematics-x1",
                        "residuals-x1",
                        "kinematics-x2",
                        "residuals-x2",
                        "kinematics-xf",
                        "residuals-xf",
                        "response",
                        "pull-mass");
    }

    @Test
    @DisplayName("do not exist, with the reason, where predictions are not finite or weights add up to nothing")
    void badInput() {
        Sample broken = sample(Part.TEST, 100, 2);
        broken.predictions()[3][7] = Float.NaN;
        MetricResult result = judge(settings(), validation, broken);
        assertThat(value(result, "resolution-68", "x1").keys())
                .containsEntry("note", "1 of 100 residuals are not finite");
        assertThat(value(result, "pull-width-68", "mass").value()).isNaN();
        assertThat(value(result, "response", "px").value()).isBetween(0.5, 1.5);
        Sample empty = sample(Part.TEST, 100, 2);
        Arrays.fill(empty.weights(), 0);
        assertThat(judge(settings(), validation, empty).warnings())
                .isNotEmpty()
                .allMatch(text -> text.contains("do not add up to more than 0"));
    }

    @Test
    @DisplayName("of predictions that are the truth have no width to compare with")
    void perfect() {
        Sample right = sample(Part.TEST, 100, 2);
        Sample exact =
                new Sample(Part.TEST, new int[0], right.targets(), right.targets(), right.weights(), right.columns());
        MetricResult result = judge(settings(), exact);
        assertThat(value(result, "resolution-68", "x2").value()).isZero();
        assertThat(value(result, "response", "px").value()).isNaN();
        assertThat(value(result, "pull-width-68", "mass").value()).isNaN();
    }

    @Test
    @DisplayName("need momentum and mass, and references of what there is")
    void objections() {
        Metric metric = new DimuonKinematicsProvider().create(settings(), Context.standalone(1, 1));
        assertThat(metric.objection(ToyPairs.TASK)).isEmpty();
        assertThat(metric.objection(new Task(List.of("x"), List.of(), List.of("px", "mass"))))
                .contains("needs the targets px, py, pz and mass of a pair");
        var misspelt = new DimuonKinematicsSettings(40, 6, 20, Map.of("xf", "swimXF"), List.of());
        assertThat(new DimuonKinematicsProvider()
                        .create(misspelt, Context.standalone(1, 1))
                        .objection(ToyPairs.TASK))
                .hasValueSatisfying(text -> assertThat(text).contains("'xf'").contains("'xF'"));
        var unknown = new DimuonKinematicsSettings(40, 6, 20, Map.of(), List.of("vz"));
        assertThat(new DimuonKinematicsProvider()
                        .create(unknown, Context.standalone(1, 1))
                        .objection(ToyPairs.TASK))
                .hasValueSatisfying(text -> assertThat(text).startsWith("logarithmic names 'vz'"));
        assertThat(ServiceLoader.load(MetricProvider.class)).anyMatch(DimuonKinematicsProvider.class::isInstance);
    }
}

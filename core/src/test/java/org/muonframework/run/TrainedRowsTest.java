package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

@DisplayName("Rows that are kept out of training")
class TrainedRowsTest {

    private static final String REGIONS = "regions { variable = mass, edges = [3, 6] }\n";

    @TempDir
    private Path folder;

    private Candidates candidates;

    @BeforeEach
    void writeCandidates() throws IOException {
        candidates = new Candidates(folder);
    }

    @Test
    @DisplayName("leaves out what 'omit' and 'train-on' say, of training and validation alone")
    void chosenRows() throws IOException {
        Assembly assembly = candidates.assembly(
                "omit { variable = genMass, values = [4.5, 8.5] }\ntrain-on = \"mass > 2 && x < 3\"");
        PreparedData data = (PreparedData) candidates.read(assembly);
        PreparedData chosen = new TrainedRows(assembly).of(assembly.models().get(0), data);

        assertThat(chosen.parts()).hasSize(2);
        for (PreparedPart part : chosen.parts()) {
            PreparedPart before = data.part(part.part()).orElseThrow();
            int[] expected = IntStream.range(0, before.size())
                    .filter(row -> before.columns().get("mass > 2 && x < 3")[row] == 1)
                    .filter(row -> before.columns().get("genMass")[row] != 4.5
                            && before.columns().get("genMass")[row] != 8.5)
                    .toArray();
            assertThat(expected.length).isBetween(1, before.size() - 1);
            assertThat(part.size()).isEqualTo(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(part.features()[0][i]).isEqualTo(before.features()[0][expected[i]]);
                assertThat(part.labels()[i]).isEqualTo(before.labels()[expected[i]]);
            }
        }
        assertThat(data.training().size()).isGreaterThan(chosen.training().size());
    }

    @Test
    @DisplayName("predicts and judges all rows, also those that were left out")
    void judged() throws IOException {
        candidates.run("some", "omit { variable = genMass, values = [4.5, 17] }\ntrain-on = \"mass > 2\"");

        Map<String, List<Object>> some = candidates.predictions("some");
        List<PreparedPart> parts = ((PreparedData) candidates.read(candidates.assembly(""))).parts();
        assertThat(some.get("part")).hasSize(Candidates.ROWS);
        int next = 0;
        for (PreparedPart part : parts) {
            for (int row = 0; row < part.size(); row++, next++) {
                assertThat(some.get("part").get(next)).isEqualTo(part.part().label());
                assertThat(some.get("label").get(next)).isEqualTo((long) part.labels()[row]);
                assertThat(some.get("weight").get(next)).isEqualTo(1.0);
            }
        }
        assertThat(some.get("score")).doesNotContain(Float.NaN);
        assertThat(candidates.warnings).contains("boosted-trees, omit: no row to train on has genMass = 17.0");
    }

    @Test
    @DisplayName("normalises the weights of the rows that are left")
    void normalised() throws IOException {
        Assembly assembly = candidates.assembly("train-on = \"mass > 2 || y == 1\"\nweights.normalise = per-class");
        PreparedData data = (PreparedData) candidates.read(assembly);
        PreparedPart training =
                new TrainedRows(assembly).of(assembly.models().get(0), data).training();

        double[] sums = new double[2];
        for (int row = 0; row < training.size(); row++) {
            sums[training.labels()[row]] += training.trainingWeights()[row];
        }
        assertThat(sums[0]).isCloseTo(sums[1], within(1e-3));
        assertThat(sums[0] + sums[1]).isCloseTo(training.size(), within(1e-2));
    }

    @Test
    @DisplayName("says which key is wrong before any data is read")
    void problems() {
        refused(
                "regions { variable = mas, edges = [1] }",
                "analysis.conf:6: 'regions.variable'",
                "Did you mean 'mass'?");
        refused("regions { variable = \"abs(mas)\", edges = [1] }", "'regions.variable'", "Did you mean 'mass'");
        refused("regions { variable = genMass, edges = [1] }", "'regions.variable': 'genMass' is truth");
        refused("regions { variable = \"mass - genMass\", edges = [1] }", "'mass - genMass' is truth");
        refused("regions { variable = y, edges = [1] }", "'regions.variable': 'y' is truth");
        refused("regions { variable = event, edges = [1] }", "'event' identifies the event");
        refused("train-on = \"mass\"", "'train-on': a condition is needed, 'mass' is a number");
        refused("train-on = \"mas > 1\"", "'train-on'", "Did you mean 'mass'");
        refused("omit { variable = genMas, values = [1] }", "'omit.variable'", "Did you mean 'genMass'?");
        refused("models { a { omit { variable = q, values = [1] } } }", "'models.a.omit.variable'");
        refused(REGIONS + "models { a {}, b { regions = null, features = [x, mass] } }", "'mass' is a spectator");
    }

    private void refused(String section, String... parts) {
        assertThatThrownBy(() -> candidates.assembly(section))
                .as(section)
                .isInstanceOf(ConfigurationException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts))
                .satisfies(failure -> assertThat(((ConfigurationException) failure).problems())
                        .hasSize(1));
    }

    @Test
    @DisplayName("stops where nothing is left to train on, naming the model")
    void nothingLeft() {
        assertThatThrownBy(() -> candidates.run("run", "train-on = \"mass > 100\""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("model 'boosted-trees'")
                .hasMessageContaining("leave none of the");
        assertThatThrownBy(() -> candidates.run("run", "train-on = \"y == 1\""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("leave only one class in the training part, 'signal'");
    }
}

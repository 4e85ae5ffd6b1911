package org.muonframework.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.ReweightCheck;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("The section 'reweight'")
class ReweightReaderTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    @TempDir
    private Path folder;

    private AnalysisPlan plan(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["muons.csv"] }
                label = y, classes = [background, signal], features = [quality, eta]
                split { by = [event] }
                model { type = boosted-trees }, trainer { type = boosted-trees }
                metrics = [roc]
                """ + more);
        return new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "reweighted");
    }

    @Test
    @DisplayName("lets an entry of 'models' change one key and keep the others")
    void overlaid() throws IOException {
        AnalysisPlan plan = plan("""
                weights.reweight { mode = flatten, variable = pt, edges = [4, 6, 60], cap = 7 }
                models {
                  a {}
                  b { reweight { mode = none } }
                  c { reweight { variables { abs { expression = "abs(eta)", bins = 3 }, pt {} } } }
                }
                """);

        assertThat(plan.models())
                .extracting(model -> ReweightCheck.active(model).isPresent())
                .containsExactly(true, false, true);
        ReweightSettings own = plan.models().get(2).reweight().orElseThrow();
        assertThat(own.cap()).isEqualTo(7);
        assertThat(own.binned())
                .extracting(variable -> variable.name() + " = " + variable.expression() + ", "
                        + variable.bins().bins())
                .containsExactly("abs = abs(eta), 3", "pt = pt, 20");
    }

    @Test
    @DisplayName("reports all that is wrong with the section, where it was written")
    void problems() {
        refused("weights.reweight { mode = flaten, variable = pt }", "analysis.conf:6", "Did you mean 'flatten'?");
        refused("weights.reweight { variable = pt }", "'weights.reweight.mode' is missing");
        refused("weights.reweight { mode = flatten }", "there is no variable to reweight in");
        refused("weights.reweight { mode = flatten, variable = pt, egdes = [1, 2] }", "Did you mean 'edges'?");
        refused("weights.reweight { mode = flatten, variable = pt, edges = [4, 8, 6] }", "6.0 comes after 8.0");
        refused("weights.reweight { mode = flatten, variable = pt, edges = [4] }", "at least two");
        refused("weights.reweight { mode = flatten, variable = pt, edges = [4, 6], bins = 3 }", "leave out 'bins'");
        refused("weights.reweight { mode = flatten, variable = pt, low = 8, high = 4 }", "'low' must be below 'high'");
        refused("weights.reweight { mode = flatten, variable = pt, bins = 1 }", "must be at least 2");
        refused("weights.reweight { mode = flatten, variable = pt, cap = 0.5 }", "'weights.reweight.cap'");
        refused("weights.reweight { mode = flatten, edges = [1, 2], variables { pt {} } }", "belong to 'variable'");
        refused("weights.reweight { mode = flatten, variable = pt, variables { pt {} } }", "give one");
        refused(
                "weights.reweight { mode = flatten, variables { a { bins = 2000 }, b { bins = 2000 } } }",
                "the bins of all 'variables' together are 4.00e+06");
        refused("weights.reweight { mode = flatten, variable = pt, check { pt = eta } }", "give one of them another");
        refused("models { a { reweight = 3 } }", "'models.a.reweight' must be a section");
        refused(
                "models { a { reweight { mode = flatten, variables { eta { edges = [2, 1] } } } } }",
                "in 'models.a.reweight.variables.eta': 'edges' must increase");
    }

    @Test
    @DisplayName("draws a variable once, though it is among those to check too")
    void checkedOnce() throws IOException {
        AnalysisPlan plan = plan("weights.reweight { mode = flatten, variable = pt, check { pt = pt, eta = eta } }");

        assertThat(plan.models().get(0).reweight().orElseThrow().others()).containsOnlyKeys("eta");
    }

    private void refused(String section, String... parts) {
        assertThatThrownBy(() -> plan(section))
                .as(section)
                .isInstanceOf(ConfigurationException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }
}

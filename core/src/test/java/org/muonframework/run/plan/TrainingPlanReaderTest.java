package org.muonframework.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.ConfigText;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.train.compose.Members;
import org.muonframework.train.compose.Regions;
import org.muonframework.train.trees.BoostedTreesSettings;

@DisplayName("The keys 'regions', 'grid', 'ensemble', 'omit' and 'train-on'")
class TrainingPlanReaderTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());
    private static final String TREES = "model { type = boosted-trees }, trainer { type = boosted-trees }\n";

    @TempDir
    private Path folder;

    private AnalysisPlan plan(String more, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["muons.csv"] }
                label = y, classes = [background, signal], features = [quality, eta]
                split { by = [event] }
                """ + more);
        return new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of(overrides)), "composed");
    }

    private TrainingPlan only(String more, String... overrides) throws IOException {
        return plan(TREES + more, overrides).models().get(0).training();
    }

    private static List<Integer> depths(TrainingPlan plan) {
        return plan.grid().orElseThrow().points().stream()
                .map(point -> ((BoostedTreesSettings) point.trainer().settings()).maxDepth())
                .toList();
    }

    @Test
    @DisplayName("vary settings in quotes or as sections, all combinations in the order of the keys' names")
    void grid() throws IOException {
        for (String written : List.of(
                "grid { \"trainer.rounds\" = [4, 6], \"trainer.max-depth\" = [7, 5], folds = 3 }",
                "grid { folds = 3, trainer { max-depth = [7, 5], rounds = [4, 6] } }",
                "grid.folds = 3, grid.trainer.max-depth = [7, 5]\ngrid.\"trainer.rounds\" = [4, 6]")) {
            GridPlan grid = only(written).grid().orElseThrow();

            assertThat(grid.folds()).isEqualTo(3);
            assertThat(grid.keys()).containsExactly("trainer.max-depth", "trainer.rounds");
            assertThat(grid.points())
                    .extracting(GridPlan.Point::values)
                    .containsExactly(List.of("7", "4"), List.of("7", "6"), List.of("5", "4"), List.of("5", "6"));
            assertThat(depths(only(written))).containsExactly(7, 7, 5, 5);
        }
    }

    @Test
    @DisplayName("vary what belongs to the model, and what is a list itself")
    void gridOfModel() throws IOException {
        GridPlan grid = plan("""
                        model { type = mlp, dropout = 0.1 }, trainer { type = neural }
                        grid { "model.hidden" = [[64, 64], [128]], "trainer.optimizer.learning-rate" = [1e-3] }
                        """).models().get(0).training().grid().orElseThrow();

        assertThat(grid.folds()).isEqualTo(5);
        assertThat(grid.points()).extracting(point -> point.values().get(0)).containsExactly("[64,64]", "[128]");
        assertThat(grid.points().get(1).model().settings().toString())
                .contains("hidden=[128]")
                .contains("0.1");
    }

    @Test
    @DisplayName("are the same when the resolved configuration is read again")
    void resolved() throws IOException {
        AnalysisPlan first = plan(TREES
                + "grid { \"trainer.rounds\" = [4, 1e1]\n"
                + "trainer { max-depth = [7, 5], lambda = [1e-7, 1e3, 0.10, \"2\"] } }\n"
                + "regions { variable = \"abs(eta)\", edges = [1] }");
        String text = ConfigText.render(first.resolved());
        Path file = Files.writeString(folder.resolve("again.conf"), text);
        TrainingPlan again = new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "composed")
                .models()
                .get(0)
                .training();

        List<GridPlan.Point> points =
                first.models().get(0).training().grid().orElseThrow().points();
        assertThat(again.grid().orElseThrow().points())
                .hasSize(16)
                .extracting(GridPlan.Point::values)
                .isEqualTo(points.stream().map(GridPlan.Point::values).toList());
        assertThat(again.regions()).isPresent();
    }

    @Test
    @DisplayName("add the variable of regions behind the features, unless it is one of them")
    void regions() throws IOException {
        ModelPlan routed = plan(TREES + "regions { variable = mass, edges = [1, 4, 7] }")
                .models()
                .get(0);
        assertThat(routed.features()).containsExactly("quality", "eta", "mass");
        assertThat(routed.inputs()).containsExactly("quality", "eta");
        assertThat(routed.training().regions()).hasValue(new Regions("mass", false, List.of(1.0, 4.0, 7.0)));

        ModelPlan seen =
                plan(TREES + "regions { variable = eta, edges = [0] }").models().get(0);
        assertThat(seen.features()).containsExactly("quality", "eta");
        assertThat(seen.inputs()).containsExactly("quality", "eta");

        AnalysisPlan derived = plan(TREES + "regions { variable = \"abs(eta)\", edges = [1] }");
        assertThat(derived.models().get(0).features()).containsExactly("quality", "eta", "abs(eta)");
        assertThat(derived.preparation().derive()).containsEntry("abs(eta)", "abs(eta)");
    }

    @Test
    @DisplayName("make an ensemble of five over folds by their losses, if nothing else is said")
    void ensemble() throws IOException {
        assertThat(only("ensemble {}").ensemble())
                .hasValue(new Members(5, Members.Over.FOLDS, Members.Weights.VALIDATION_LOSS));
        assertThat(only("ensemble { size = 3, over = seeds, weights = equal }").ensemble())
                .hasValue(new Members(3, Members.Over.SEEDS, Members.Weights.EQUAL));
        assertThat(only("").ensemble()).isEmpty();
        assertThat(plan(TREES + "ensemble {}\nmodels { a {}, b { ensemble = null }, c { ensemble { size = 2 } } }")
                        .models())
                .extracting(
                        model -> model.training().ensemble().map(Members::size).orElse(1))
                .containsExactly(5, 1, 2);
    }

    @Test
    @DisplayName("hold for all models; an entry has its own in their place, or null for none")
    void entries() throws IOException {
        AnalysisPlan plan = plan(TREES + """
                regions { variable = mass, edges = [1] }
                omit { variable = genMass, values = [4.5] }
                train-on = "mass > 0"
                models {
                  a {}
                  b { regions = null, omit = null, train-on = null, grid { "trainer.max-depth" = [2, 3] } }
                  c { regions { variable = mass, edges = [2, 3] }, train-on = "mass > 2" }
                }
                """);

        assertThat(plan.models())
                .extracting(
                        model -> model.training().regions().map(Regions::count).orElse(1))
                .containsExactly(2, 1, 3);
        assertThat(plan.models())
                .extracting(model -> model.training().trainOn().orElse(""))
                .containsExactly("mass > 0", "", "mass > 2");
        assertThat(plan.models())
                .extracting(model -> model.training().omit().isPresent())
                .containsExactly(true, false, true);
        assertThat(plan.models())
                .extracting(model -> model.training().grid().isPresent())
                .containsExactly(false, true, false);
    }

    @Test
    @DisplayName("of a preset or a file are changed by --set")
    void overridden() throws IOException {
        TrainingPlan plan = only("grid { \"trainer.max-depth\" = [5, 6] }", "grid.\"trainer.max-depth\"=[2]");

        assertThat(depths(plan)).containsExactly(2);
    }

    @Test
    @DisplayName("report all that is wrong with them, where it was written")
    void problems() {
        refused("regions { variable = mass, edges = [1, 4, 4] }", "analysis.conf:5", "4.0 comes after 4.0");
        refused("regions { variable = mass, edges = [0.1, 0.100000000001] }", "single precision");
        refused("regions { variable = mass, edges = [] }", "one edge makes two regions");
        refused("regions { variable = mass }", "'regions.edges' is missing");
        refused("regions { edges = [1] }", "'regions.variable' is missing");
        refused("regions { variabel = mass, edges = [1] }", "Did you mean 'variable'?");
        refused("regions = 3", "'regions' must be a section { … }, not 3");
        refused("omit { variable = genMass, values = [] }", "nothing would be left out");
        refused("omit { variable = genMass, values = [a] }", "'omit.values[0]' must be a number");
        refused("ensemble = 5", "'ensemble' must be a section { … }, not 5");
        refused("ensemble { size = 1 }", "'ensemble.size' must be at least 2");
        refused("ensemble { over = seed }", "analysis.conf:5", "'ensemble.over' must be", "seeds");
        refused("ensemble { weights = loss }", "'ensemble.weights' must be", "validation-loss");
        refused("ensemble { members = 5 }", "unknown key 'ensemble.members'");
        refused("train-on = 3", "'train-on' must be a condition in quotes, not 3");
        refused("models { a { train-on = [x] } }", "'models.a.train-on' must be a condition");
        refused("models { a { regions { variable = m, edges = [2, 1] } } }", "in 'models.a.regions'");
        refused("gird { folds = 5 }", "unknown key 'gird'", "'grid'");
    }

    @Test
    @DisplayName("report all that is wrong with a grid at once, with the nearest name")
    void problemsOfGrid() {
        refused(
                "grid {\n  \"trainer.max-dept\" = [5, 6]\n  \"trainer.rounds\" = [4, x]\n  \"model.parametres\" = [1]\n}",
                "analysis.conf:6: unknown key 'grid.trainer.max-dept'. Did you mean 'max-depth'?",
                "analysis.conf:7: 'grid.trainer.rounds' must be a whole number, not \"x\"",
                "analysis.conf:8: unknown key 'grid.model.parametres'. Did you mean 'parameters'?");
        refused("grid { \"trainer.max-depth\" = [] }", "'trainer.max-depth' has no values");
        refused("grid { \"trainer.max-depth\" = 5 }", "'trainer.max-depth' must be a list of values, not 5");
        refused("grid { \"trainer.max-depth\" = [5, 40] }", "'grid.trainer.max-depth' must be", "not 40");
        refused("grid { \"trainer.max-depth\" = [5, 5] }", "has a value twice");
        refused("grid { folds = 5 }", "'grid' varies nothing");
        refused("grid {}", "'grid' varies nothing");
        refused("grid { \"trainer.max-depth\" = [5], folds = 1 }", "'grid.folds' must be at least 2");
        refused("grid { \"trainer.max-depth\" = [5], flods = 3 }", "Did you mean 'folds'?");
        refused("grid { \"max-depth\" = [5] }", "unknown key 'grid.max-depth'");
        refused("grid { \"trainer.type\" = [neural, boosted-trees] }", "cannot vary");
        refused("grid { trainer = [5] }", "cannot vary");
        refused("grid { \"trainer.rounds\" = [5], trainer { rounds = [6] } }", "twice, in quotes and without");
        refused("grid = [5]", "'grid' must be a section");
        String many = IntStream.range(0, 200).boxed().toList().toString();
        refused(
                "grid { \"trainer.lambda\" = " + many + ", \"trainer.alpha\" = " + many + " }",
                "has 4.00e+04 combinations");
    }

    @Test
    @DisplayName("have no meaning without a model")
    void withoutModel() {
        for (String section : List.of(
                "regions { variable = eta, edges = [1] }",
                "grid { \"trainer.rounds\" = [1] }",
                "ensemble { size = 3 }",
                "omit { variable = eta, values = [1] }",
                "train-on = \"eta > 0\"")) {
            assertThatThrownBy(() -> plan("metrics = [correlation]\n" + section))
                    .as(section)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("has no meaning without a 'model'");
        }
    }

    private void refused(String section, String... parts) {
        assertThatThrownBy(() -> plan(TREES + section))
                .as(section)
                .isInstanceOf(ConfigurationException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }
}

package org.muonframework.run.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.data.MissingPolicy;
import org.muonframework.data.PreparationPlan;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.Service;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.plan.VariationPlan;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;

@DisplayName("The section 'variations'")
class VariationAssemblerTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSamples() throws IOException {
        Files.writeString(folder.resolve("nominal.csv"), "event,pt,y\n1,5,0\n2,6,1\n");
        Files.writeString(folder.resolve("other.csv"), "event,pt,y\n1,5,0\n2,6,1\n");
        Files.writeString(folder.resolve("renamed.csv"), "event,muPt,y\n1,5,0\n2,6,1\n");
        Files.writeString(folder.resolve("fractions.csv"), "event,pt,y\n1.5,5,0\n2.5,6,1\n");
    }

    private AnalysisPlan plan(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["nominal.csv"], selection = "pt > 1" }
                dataset.missing { value = -1, policy = median }
                label = y, classes = [background, signal], features = [pt]
                split { by = [event] }
                model { type = boosted-trees }, trainer { type = boosted-trees }
                metrics = [roc, { type = efficiency, variables { pt {} } }]
                """ + more);
        return new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "varied");
    }

    private Assembly assembly(AnalysisPlan plan) {
        return new Assembler().assemble(plan, new RunOptions(1, folder));
    }

    private List<String> problems(String more) {
        ConfigurationException found = catchThrowableOfType(ConfigurationException.class, () -> assembly(plan(more)));
        return found.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder + "/analysis.conf", "file"))
                .toList();
    }

    @Test
    @DisplayName("lays the dataset of each entry over that of the analysis, in the order of the names")
    void overlaid() throws IOException {
        List<AssembledVariation> variations = assembly(plan("""
                variations {
                  b { dataset { selection = "pt > 2" } }
                  a { dataset { files = ["other.csv"], missing.value = -99 } }
                }
                """)).variations();

        assertThat(variations).extracting(AssembledVariation::name).containsExactly("a", "b");
        assertThat(variations.get(0).dataset().files()).containsExactly(folder.resolve("other.csv"));
        PreparationPlan other = variations.get(0).preparation();
        assertThat(other.selection()).contains("pt > 1");
        assertThat(other.split().by()).containsExactly("event");
        assertThat(other.missing().policy()).isEqualTo(MissingPolicy.Policy.MEDIAN);
        assertThat(other.missing().value()).hasValue(-99);
        assertThat(variations.get(1).preparation().selection()).contains("pt > 2");
        assertThat(variations.get(1).dataset().files()).containsExactly(folder.resolve("nominal.csv"));
    }

    @Test
    @DisplayName("takes columns of other names by derived ones")
    void derived() throws IOException {
        Assembly assembly = assembly(plan("""
                variations.renamed { dataset { files = ["renamed.csv"], derive { pt = muPt } } }
                """));

        assertThat(assembly.variations().get(0).preparation().derive()).containsEntry("pt", "muPt");
        assertThat(assembly.preparation().derive()).isEmpty();
    }

    @Test
    @DisplayName("reports all that is wrong with the keys together, each at its line")
    void keys() {
        assertThat(problems("""
                        variations {
                          nominal { dataset {} }
                          a { dataset { fils = ["other.csv"] } }
                          b { datset {} }
                          c { dataset { missing { policy = mean } } }
                          d = 3
                          e { dataset { type = fles } }
                          f { dataset { clip { low = -5, high = 5 } } }
                        }
                        """))
                .satisfiesExactly(
                        problem ->
                                assertThat(problem).startsWith("file:8: 'nominal' cannot be the name of a variation"),
                        problem -> assertThat(problem)
                                .startsWith("file:9: ")
                                .contains("variations.a.dataset.fils", "Did you mean 'files'"),
                        problem -> assertThat(problem).startsWith("file:10: ").contains("datset", "dataset"),
                        problem -> assertThat(problem)
                                .startsWith("file:10: the section 'variations.b.dataset' is missing"),
                        problem -> assertThat(problem)
                                .startsWith("file:11: 'variations.c.dataset.missing.policy' cannot differ"),
                        problem -> assertThat(problem).startsWith("file:12: 'variations.d' must be a section"),
                        problem -> assertThat(problem).startsWith("file:13: unknown dataset 'fles'"),
                        problem ->
                                assertThat(problem).startsWith("file:14: 'variations.f.dataset.clip' cannot differ"));
    }

    @Test
    @DisplayName("names the variation whose dataset lacks a column or a file, or knows events otherwise")
    void columns() {
        assertThat(problems("""
                        variations {
                          renamed { dataset { files = ["renamed.csv"] } }
                          none { dataset { files = ["*.root"] } }
                          fractions { dataset { files = ["fractions.csv"] } }
                          bad { dataset {
                            selection = "pt >"
                          } }
                        }
                        """))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("file:8: variation 'renamed': 'features': ")
                        .contains("'pt'"))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("file:9: variation 'none': *.root: no file matches"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("file:10: variation 'fractions': the column 'event' identifies an event"))
                .anySatisfy(problem -> assertThat(problem).startsWith("file:12: variation 'bad': 'selection': "));
    }

    @Test
    @DisplayName(
            "finds a name of its own that is of no column; inherited names may be of columns that only others have")
    void ownNames() throws IOException {
        assertThat(problems("variations.up { dataset { rename { pt = pt_upp } } }"))
                .singleElement()
                .asString()
                .startsWith("file:7: variation 'up': 'rename.pt': ")
                .contains("pt_upp");
        assertThat(assembly(plan("""
                        dataset { files = ["renamed.csv"], rename { pt = muPt } }
                        variations.other.dataset.files = ["other.csv"]
                        """)).variations()).hasSize(1);
    }

    @Test
    @DisplayName("takes an inherited key away by null")
    void takenAway() throws IOException {
        PreparationPlan other = assembly(plan("""
                        dataset.derive { twice = "2 * pt", x = pt }
                        variations.other.dataset { selection = null, derive.twice = null }
                        """)).variations().get(0).preparation();

        assertThat(other.selection()).isEmpty();
        assertThat(other.derive()).containsOnlyKeys("x");
    }

    @Test
    @DisplayName("does not say again of each variation what is wrong with the analysis itself")
    void saidOnce() {
        assertThat(problems("features = [pT]\nvariations { a { dataset {} }, b { dataset {} } }"))
                .singleElement()
                .asString()
                .contains("'features'", "pT");
        assertThat(problems("dataset.fils = 3\nvariations { a { dataset {} }, b { dataset {} } }"))
                .singleElement()
                .asString()
                .contains("'dataset.fils'");
    }

    @Test
    @DisplayName("needs a model")
    void needsAModel() {
        assertThat(problems("model = null, trainer = null, metrics = [correlation]\nvariations.a.dataset {}"))
                .element(1)
                .asString()
                .contains("'variations' has no meaning without a 'model'");
    }

    @Test
    @DisplayName("gives each simulation random numbers of its own, the same ones in every run")
    void randomNumbers() throws IOException {
        AnalysisPlan read = plan("");
        Simulation simulation = new Simulation(new ArrayList<>());
        Configured<DatasetProvider<?>> simulated = new Configured<>(
                new Service<>(
                        ServiceKind.DATASET,
                        "simulation",
                        "",
                        simulation,
                        REGISTRY.plugins().get(0)),
                new NoSettings(),
                "");
        AnalysisPlan plan = new AnalysisPlan(
                read.name(),
                read.resolved(),
                read.settings(),
                simulated,
                read.preparation(),
                read.transforms(),
                read.models(),
                read.metrics(),
                List.of(
                        new VariationPlan("kaons-up", simulated, read.preparation(), List.of()),
                        new VariationPlan("kaons-down", simulated, read.preparation(), List.of())),
                read.origins(),
                read.displays());

        assembly(plan);
        assembly(plan);

        List<Long> seeds = simulation.seeds();
        assertThat(seeds.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(seeds.subList(3, 6));
        assertThat(seeds.get(0)).isEqualTo(read.settings().seed());
    }

    private record NoSettings() {}

    /** Keeps the seeds that it was given. */
    private record Simulation(List<Long> seeds) implements DatasetProvider<NoSettings> {

        @Override
        public String name() {
            return "simulation";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Class<NoSettings> settings() {
            return NoSettings.class;
        }

        @Override
        public Dataset create(NoSettings settings, Context context) {
            seeds.add(context.random().seed());
            return new ColumnsDataset()
                    .with("event", ColumnRole.KEY, new long[] {1, 2})
                    .with("pt", 5, 6)
                    .with("y", 0, 1);
        }
    }
}

package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.problem.ConfigurationException;

class AnalysisFileReaderTest {

    private static final String PRESET = """
            analysis = zmumu
            dataset { type = zmumu-simulation, events = 20000, selection = "pt1 > 20" }
            features = [pt1, pt2]
            model {
              type = mlp
              hidden = [32, 32]
            }
            trainer {
              type = neural
              epochs = 50
              optimizer { type = adam, beta1 = 0.9, learning-rate = 1e-3 }
            }
            """;

    @TempDir
    Path folder;

    private Path file;
    private AnalysisFileReader reader;

    @BeforeEach
    void installThePreset() throws IOException {
        Path preset = Files.writeString(folder.resolve("installed.conf"), PRESET);
        URL url = preset.toUri().toURL();
        reader = new AnalysisFileReader(Map.of("zmumu", url, "dimuon-mass", url));
        file = folder.resolve("analysis.conf");
    }

    private Config read(String text, String... overrides) throws IOException {
        Files.writeString(file, text);
        return reader.read(file, List.of(overrides));
    }

    private String problem(String text, String... overrides) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(text, overrides))
                .getMessage()
                .replace(file.toString(), "analysis.conf");
    }

    @Nested
    class Layers {

        @Test
        void takeEveryKeyThatTheFileLacksFromThePreset() throws IOException {
            Config config = read("analysis = zmumu\ntrainer.epochs = 5");

            assertThat(config.getInt("trainer.epochs")).isEqualTo(5);
            assertThat(config.getDouble("trainer.optimizer.beta1")).isEqualTo(0.9);
            assertThat(config.getStringList("features")).containsExactly("pt1", "pt2");
        }

        @Test
        void putSetOptionsOnTopAndTheLastOneWins() throws IOException {
            Config config = read("analysis = zmumu\ntrainer.epochs = 5", "trainer.epochs=7", "trainer.epochs=9");

            assertThat(config.getInt("trainer.epochs")).isEqualTo(9);
        }

        @Test
        void resolveSubstitutionsWhenAllAreStacked() throws IOException {
            Config config =
                    read("analysis = zmumu\nfeatures = ${features} [mass]\ncopy = ${features}\nn = ${m}", "m=3");

            assertThat(config.getStringList("copy")).containsExactly("pt1", "pt2", "mass");
            assertThat(config.getInt("n")).isEqualTo(3);
        }

        @Test
        void letSetOptionsReferToTheLayersBelow() throws IOException {
            assertThat(read("analysis = zmumu", "features=${features} [mass]").getStringList("features"))
                    .containsExactly("pt1", "pt2", "mass");
        }

        @Test
        void lookUpUndefinedNamesInTheEnvironmentAsHoconDoes() throws IOException {
            Map.Entry<String, String> variable = System.getenv().entrySet().stream()
                    .filter(entry -> entry.getKey().matches("[A-Z]+"))
                    .findFirst()
                    .orElseThrow();

            assertThat(read("a = ${" + variable.getKey() + "}").getString("a")).isEqualTo(variable.getValue());
        }

        @Test
        void mayBeTheFileAlone() throws IOException {
            assertThat(read("seed = 3")).isEqualTo(ConfigFactory.parseString("seed = 3"));
        }

        @Test
        void mayNameTheAnalysisOnTheCommandLine() throws IOException {
            assertThat(read("", "analysis=zmumu").getInt("trainer.epochs")).isEqualTo(50);
        }

        @Test
        void giveTheSameAgainWhenTheResolvedTextIsRead() throws IOException {
            Config config = read("analysis = zmumu\nmodel { type = trees }", "trainer.epochs=7");

            assertThat(read(ConfigText.render(config))).isEqualTo(config);
        }
    }

    @Nested
    class AnotherType {

        @Test
        void startsTheSectionAfresh() throws IOException {
            assertThat(read("analysis = zmumu\nmodel { type = trees, depth = 3 }")
                            .getObject("model")
                            .unwrapped())
                    .isEqualTo(Map.of("type", "trees", "depth", 3));
        }

        @Test
        void startsOnlyTheInnermostSectionAfresh() throws IOException {
            Config trainer =
                    read("analysis = zmumu\ntrainer.optimizer.type = sgd").getConfig("trainer");

            assertThat(trainer.getObject("optimizer").unwrapped()).isEqualTo(Map.of("type", "sgd"));
            assertThat(trainer.getInt("epochs")).isEqualTo(50);
        }

        @Test
        void onTheCommandLineDropsFileAndPreset() throws IOException {
            assertThat(read("analysis = zmumu\nmodel { dropout = 0.1 }", "model.depth=4", "model.type=trees")
                            .getObject("model")
                            .unwrapped())
                    .isEqualTo(Map.of("type", "trees", "depth", 4));
        }

        @Test
        void isSeenThroughSubstitutions() throws IOException {
            assertThat(read("analysis = zmumu\nkind = trees\nmodel { type = ${kind} }")
                            .getObject("model")
                            .unwrapped())
                    .isEqualTo(Map.of("type", "trees"));
        }

        @Test
        void mayComeFromASectionThatIsReferredTo() throws IOException {
            Config config =
                    read("analysis = zmumu\nmine { type = trees }\nmodel = ${mine} { depth = 3 }\ncopy = ${model}");

            assertThat(config.getObject("model").unwrapped()).isEqualTo(Map.of("type", "trees", "depth", 3));
            assertThat(config.getObject("copy")).isEqualTo(config.getObject("model"));
        }

        @Test
        void leavesASectionThatOnlyRefersToItInPlace() throws IOException {
            Path preset = Files.writeString(
                    folder.resolve("other.conf"), "base { type = mlp, hidden = [8] }\nmodel = ${base}");
            Files.writeString(file, "analysis = other\nbase { type = trees }");

            Config config =
                    new AnalysisFileReader(Map.of("other", preset.toUri().toURL())).read(file, List.of());

            assertThat(config.getObject("model").unwrapped()).isEqualTo(Map.of("type", "trees"));
        }

        @Test
        void inAnUpperLayerIsThatOfTheUppermost() throws IOException {
            assertThat(read("analysis = zmumu\nmodel { type = trees, depth = 3 }", "model.type=mlp")
                            .getObject("model")
                            .unwrapped())
                    .isEqualTo(Map.of("type", "mlp"));
        }

        @Test
        void leavesASectionAloneThatKeepsItsType() throws IOException {
            assertThat(read("analysis = zmumu\nmodel { type = mlp, dropout = 0.1 }")
                            .getIntList("model.hidden"))
                    .containsExactly(32, 32);
        }
    }

    @Nested
    class Origins {

        @Test
        void nameTheFileAsTheUserDidWithTheLine() throws IOException {
            Config config = read("analysis = zmumu\n\ntrainer.epochs = 5");

            assertThat(AnalysisFileReader.origin(config.getValue("trainer.epochs")))
                    .isEqualTo(file + ":3");
        }

        @Test
        void namePresetAndOption() throws IOException {
            Config config = read("analysis = zmumu", "trainer.epochs=[1, 2]");

            assertThat(AnalysisFileReader.origin(config.getValue("model.hidden")))
                    .isEqualTo("preset zmumu:6");
            assertThat(AnalysisFileReader.origin(config.getValue("trainer.epochs")))
                    .isEqualTo("--set trainer.epochs=[1, 2]");
        }

        @Test
        void nameTheUppermostLayerOfASharedSection() throws IOException {
            Path odd = Files.writeString(folder.resolve("a, b.conf"), "analysis = zmumu\ntrainer {\n epochs = 5\n}");

            Config plain = reader.read(odd, List.of());
            Config overridden = reader.read(odd, List.of("trainer.x={a: 1, b: 2}"));

            assertThat(AnalysisFileReader.origin(plain.getValue("trainer"))).isEqualTo(odd + ":2");
            assertThat(AnalysisFileReader.origin(overridden.getValue("trainer")))
                    .isEqualTo("--set trainer.x={a: 1, b: 2}");
        }
    }

    @Nested
    class SetOptions {

        @Test
        void areHoconValues() throws IOException {
            Config config = read("x = 0", "a=1e-3", "b=[1, 2]", "c={ d = true }", "e=\"quoted text\"", "f = 7");

            assertThat(config.getDouble("a")).isEqualTo(1e-3);
            assertThat(config.getIntList("b")).containsExactly(1, 2);
            assertThat(config.getBoolean("c.d")).isTrue();
            assertThat(config.getString("e")).isEqualTo("quoted text");
            assertThat(config.getInt("f")).isEqualTo(7);
        }

        @Test
        void areOtherwiseTheTextAsItStands() throws IOException {
            List<String> texts = List.of(
                    "pt > 4 && abs(eta) < 2.5", "data/a#b.root", "1, evil = 2", "//eos/x", "a b", "", "[1, 2", "x=y");
            for (String text : texts) {
                assertThat(read("k = 0", "key=" + text).root().unwrapped()).isEqualTo(Map.of("k", 0, "key", text));
            }
        }

        @Test
        void mayQuoteElementsOfTheKey() throws IOException {
            assertThat(read("x = 0", "grid.\"trainer.max-depth\"=[5, 6]").getIntList("grid.\"trainer.max-depth\""))
                    .containsExactly(5, 6);
        }

        @Test
        void areAllRefusedTogetherWithTheFilesProblems() {
            assertThat(problem("a = [", "epochs", "a..b=1", "=5"))
                    .contains("analysis.conf:1: ")
                    .contains("--set epochs: expected key=value")
                    .contains("--set a..b=1: 'a..b' is not a key")
                    .contains("--set =5: '' is not a key");
        }
    }

    @Nested
    class Refusals {

        @Test
        void anUnknownAnalysisIsNamedWithTheNearestAndTheInstalledOnes() {
            assertThat(problem("\nanalysis = zmumo"))
                    .isEqualTo("analysis.conf:2: there is no analysis 'zmumo'. Did you mean 'zmumu'?"
                            + " Installed: dimuon-mass, zmumu.");
        }

        @Test
        void anAnalysisMustBeAName() {
            assertThat(problem("analysis = 5")).startsWith("analysis.conf:1: 'analysis' must be the name");
            assertThat(problem("analysis = null")).startsWith("analysis.conf:1: 'analysis' must be the name");
            assertThat(problem("analysis = ${nam}\nname = zmumu"))
                    .isEqualTo("analysis.conf:1: ${nam} is not defined anywhere. Did you mean '${name}'?");
        }

        @Test
        void aMissingFileIsAnErrorAndItsNeighbourIsOffered() throws IOException {
            Files.writeString(file, "a = 1");

            assertThatThrownBy(() -> reader.read(folder.resolve("anaylsis.conf"), List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(folder.resolve("anaylsis.conf") + ": no such file. Did you mean '" + file + "'?");
        }

        @Test
        void aDirectoryIsAnError() {
            assertThatThrownBy(() -> reader.read(folder, List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(folder + ": is a directory, not a file");
        }

        @Test
        void aFileInsideAFileIsAnError() throws IOException {
            Files.writeString(file, "a = 1");

            assertThatThrownBy(() -> reader.read(file.resolve("b.conf"), List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(file.resolve("b.conf") + ": cannot be read: Not a directory");
        }

        @Test
        void anUndefinedSubstitutionIsNamedWithTheNearest() {
            assertThat(problem("analysis = zmumu\n\nx = ${featuers}"))
                    .isEqualTo("analysis.conf:3: ${featuers} is not defined anywhere. Did you mean '${features}'?");
            assertThat(problem("a = ${b}\nb = ${a}")).contains("refers to itself");
        }

        @Test
        void aSubstitutionWhoseValueAnUpperLayerTakesAwayIsNotOfferedItself() {
            assertThat(problem("a { b = 1 }\nx = ${a.b}", "a=null"))
                    .startsWith("analysis.conf:2: ${a.b} is not there any more: an upper layer takes it away");
        }

        @Test
        void aBrokenPresetIsNamed() throws IOException {
            URL broken = Files.writeString(folder.resolve("broken.conf"), "\na = [")
                    .toUri()
                    .toURL();
            Files.writeString(file, "analysis = broken");

            assertThatThrownBy(() -> new AnalysisFileReader(Map.of("broken", broken)).read(file, List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("preset broken:2: ");
        }
    }
}

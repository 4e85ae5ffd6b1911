package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.OnlyFor;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

class SettingsBinderTest {

    enum Activation {
        RELU,
        LEAKY_RELU,
        TANH
    }

    record Optimizer(
            @Default("1e-3") @Range(min = 0, minExclusive = true)
            double learningRate) {}

    record Trainer(
            @Default("50") @Range(min = 1) int epochs,
            @Default("2048") long batchSize,

            @Default("0.1") @Range(min = 0, max = 1, maxExclusive = true)
            double dropout,

            @Default("true") boolean shuffle,
            @Default("leaky-relu") Activation activation,
            @Default("pt > 4 && abs(eta) < 2.5") String selection,
            Optional<Integer> patience,
            @Default("[32, 16]") @Range(min = 1) List<Integer> hidden,
            @Default("{}") Map<String, Double> weights,
            Optimizer optimizer) {}

    enum Rule {
        SGD,
        ADAM
    }

    record Misspelt(
            @Default("sgd") Rule type,
            @OnlyFor("sdg") @Default("false") boolean nesterov) {}

    record Window(
            @Doc("Lower edge of the mass window.") @Unit("GeV") @Range(min = 0, max = 7000)
            double low,

            @Unit("GeV") @Range(min = 0, max = 7000) double high) {
        Window {
            if (low >= high) {
                throw new IllegalArgumentException("'low' must be less than 'high'");
            }
        }
    }

    record Nothing() {}

    record Windows(
            @Default("{}") Map<String, Window> regions,
            @Default("[]") List<Window> others) {}

    private static final Trainer DEFAULTS = new Trainer(
            50,
            2048,
            0.1,
            true,
            Activation.LEAKY_RELU,
            "pt > 4 && abs(eta) < 2.5",
            Optional.empty(),
            List.of(32, 16),
            Map.of(),
            new Optimizer(1e-3));

    private final SettingsBinder binder = new SettingsBinder();
    private final Problems problems = new Problems();

    private static Config parse(String text) {
        return ConfigFactory.parseString(text, ConfigParseOptions.defaults().setOriginDescription("analysis.conf"))
                .resolve();
    }

    private <S extends Record> Optional<S> bind(String text, Class<S> type, String... otherKeys) {
        return binder.bind(parse(text).getObject("it"), "it", type, Set.of(otherKeys), problems);
    }

    private List<String> problemsOf(String text, Class<? extends Record> type) {
        assertThat(bind(text, type)).isEmpty();
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Nested
    class Binding {

        @Test
        void takesDefaultsForWhatIsNotGiven() {
            assertThat(bind("it {}", Trainer.class)).contains(DEFAULTS);
            assertThat(binder.defaults(Trainer.class)).isEqualTo(DEFAULTS);
        }

        @Test
        void takesWhatIsGiven() {
            assertThat(bind("""
                                    it {
                                      epochs = 1e2, batch-size = 9000000000, dropout = 0, shuffle = off
                                      activation = relu, selection = 2018, patience = 3, hidden = [8]
                                      weights { b = 2, "a.b" = 0.5 }
                                      optimizer { learning-rate = 1 }
                                    }""", Trainer.class))
                    .contains(new Trainer(
                            100,
                            9_000_000_000L,
                            0,
                            false,
                            Activation.RELU,
                            "2018",
                            Optional.of(3),
                            List.of(8),
                            Map.of("a.b", 0.5, "b", 2.0),
                            new Optimizer(1)));
            assertThat(problems.list()).isEmpty();
        }

        @Test
        void readsNumbersAndBooleansFromTextAsEnvironmentVariablesGiveThem() {
            assertThat(bind("it { epochs = \"7\", dropout = \"1e-2\", shuffle = \"false\" }", Trainer.class))
                    .hasValueSatisfying(trainer -> {
                        assertThat(trainer.epochs()).isEqualTo(7);
                        assertThat(trainer.dropout()).isEqualTo(0.01);
                        assertThat(trainer.shuffle()).isFalse();
                    });
        }

        @Test
        void passesOverTheKeysOfOthers() {
            assertThat(bind("it { type = neural }", Nothing.class, "type")).contains(new Nothing());
        }

        @Test
        void readsRecordsInMapsAndLists() {
            assertThat(bind(
                            "it { regions { z { low = 81, high = 101 } }, others = [{ low = 1, high = 4 }] }",
                            Windows.class))
                    .contains(new Windows(Map.of("z", new Window(81, 101)), List.of(new Window(1, 4))));
        }

        @Test
        void sortsMapsByName() {
            assertThat(bind("it { weights { c = 1, a = 2, b = 3 } }", Trainer.class)
                            .orElseThrow()
                            .weights())
                    .containsExactly(Map.entry("a", 2.0), Map.entry("b", 3.0), Map.entry("c", 1.0));
        }
    }

    @Nested
    class Refusing {

        @Test
        void findsAllProblemsOfASectionTogether() {
            assertThat(problemsOf("""
                                    it {
                                      bacth-size = 3
                                      epochs = ten
                                      dropout = 1.0
                                      optimizer { learning-rate = 0
                                        momentum = 0.9 }
                                    }""", Trainer.class))
                    .containsExactly(
                            "analysis.conf:2: unknown key 'it.bacth-size'. Did you mean 'batch-size'?",
                            "analysis.conf:3: 'it.epochs' must be a whole number, not \"ten\"",
                            "analysis.conf:4: 'it.dropout' must be at least 0 and less than 1, not 1.0",
                            "analysis.conf:5: 'it.optimizer.learning-rate' must be more than 0, not 0",
                            "analysis.conf:6: unknown key 'it.optimizer.momentum'. Known: learning-rate.");
        }

        @Test
        void suggestsKeysOfOthersToo() {
            assertThat(bind("it { typ = x }", Nothing.class, "type")).isEmpty();
            assertThat(problems.list())
                    .containsExactly(new Problem("analysis.conf:1", "unknown key 'it.typ'. Did you mean 'type'?"));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "epochs = 1.5             ~ 'it.epochs' must be a whole number, not 1.5",
                    "epochs = [1]             ~ 'it.epochs' must be a whole number, not a list",
                    "epochs = { a = 1 }       ~ 'it.epochs' must be a whole number, not a section",
                    "epochs = true            ~ 'it.epochs' must be a whole number, not true",
                    "epochs = 3000000000      ~ 'it.epochs' is too large a number: 3000000000",
                    "epochs = 1e400           ~ 'it.epochs' is too large a number: 1e400",
                    "epochs = null            ~ 'it.epochs' has no value: expected a whole number",
                    "patience = null          ~ 'it.patience' has no value: expected a whole number",
                    "batch-size = 1e19        ~ 'it.batch-size' is too large a number: 1e19",
                    "batch-size = 99999999999999999999 ~ 'it.batch-size' is too large a number: \"99999999999999999999\"",
                    "dropout = much           ~ 'it.dropout' must be a number, not \"much\"",
                    "dropout = 1e400          ~ 'it.dropout' is too large a number: 1e400",
                    "dropout = NaN            ~ 'it.dropout' must be a number, not \"NaN\"",
                    "shuffle = 1              ~ 'it.shuffle' must be true or false, not 1",
                    "activation = reluu       ~ 'it.activation' must be one of relu, leaky-relu, tanh, not \"reluu\". Did you mean 'relu'?",
                    "activation = LEAKY_RELU  ~ 'it.activation' must be one of relu, leaky-relu, tanh, not \"LEAKY_RELU\". Did you mean 'leaky-relu'?",
                    "selection = [a]          ~ 'it.selection' must be a text, not a list",
                    "hidden = 32              ~ 'it.hidden' must be a list, not 32: write [32]",
                    "hidden = [8, x]          ~ 'it.hidden[1]' must be a whole number, not \"x\"",
                    "hidden = [8, 0]          ~ 'it.hidden[1]' must be at least 1, not 0",
                    "hidden = [null]          ~ 'it.hidden[0]' has no value: expected a whole number",
                    "weights = 1              ~ 'it.weights' must be a section { name = … }, not 1",
                    "weights { \"a.b\" = x }  ~ 'it.weights.\"a.b\"' must be a number, not \"x\"",
                    "optimizer = adam         ~ 'it.optimizer' must be a section { … }, not \"adam\"",
                    "\"ep.ochs\" = 3          ~ unknown key 'it.\"ep.ochs\"'. Did you mean 'epochs'?",
                    "'it' = 3                 ~ unknown key 'it.\"'it'\"'. Known: activation, batch-size, dropout, epochs,"
                            + " hidden, optimizer, patience, selection, shuffle, weights.",
                })
        void saysWhatWasFoundAndWhatWasExpected(String line, String message) {
            assertThat(problemsOf("it {\n" + line + "\n}", Trainer.class))
                    .containsExactly("analysis.conf:2: " + message);
        }

        @Test
        void namesTheUnit() {
            assertThat(problemsOf("it { low = 1, high = 7001 }", Window.class))
                    .containsExactly("analysis.conf:1: 'it.high' must be at least 0 and at most 7000 GeV, not 7001");
        }

        @Test
        void namesWhatIsMissingAtTheSection() {
            assertThat(problemsOf("\nit { high = 2 }", Window.class))
                    .containsExactly("analysis.conf:2: 'it.low' is missing: expected a number:"
                            + " Lower edge of the mass window.");
        }

        @Test
        void tellsWhatTheRecordItselfRefuses() {
            assertThat(problemsOf("\nit { others = [\n{ low = 5, high = 2 }] }", Windows.class))
                    .containsExactly("analysis.conf:3: in 'it.others[0]': 'low' must be less than 'high'");
        }

        @Test
        void leavesTheProblemsOfOtherSectionsOutOfIt() {
            problems.add("analysis.conf:1", "elsewhere");

            assertThat(bind("it {}", Trainer.class)).isPresent();
        }

        @Test
        void shortensLongValues() {
            assertThat(problemsOf("it { epochs = " + "x".repeat(1000) + " }", Trainer.class)
                            .get(0))
                    .hasSizeLessThan(140)
                    .endsWith("…");
        }
    }

    @Nested
    class FaultyRecords {

        record Unsupported(@Default("1") float number) {}

        record WrongDefault(@Default("many") int number) {}

        @Test
        void haveNoDefaultsWhereAKeyIsRequired() {
            assertThatThrownBy(() -> binder.defaults(Window.class))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("defaults of Window: 'low' is missing");
        }

        @Test
        void areNamed() {
            assertThatThrownBy(() -> binder.defaults(Unsupported.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a settings record cannot have a component of type float");
            assertThatThrownBy(() -> binder.defaults(Misspelt.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'nesterov' is for [sdg], and the types are [adam, sgd]");
            assertThatThrownBy(() -> binder.defaults(WrongDefault.class))
                    .hasMessage("default of 'number': 'number' must be a whole number, not \"many\"");
        }
    }
}

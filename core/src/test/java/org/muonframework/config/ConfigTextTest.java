package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConfigTextTest {

    @Test
    void isTidyAndSorted() {
        Config config = ConfigFactory.parseString("""
                seed = 1 # a comment
                model { type = mlp, hidden = [32, 16] }
                analysis: zmumu
                dataset { samples {}, selection = "pt > 4", derive { "pt.ratio" = "a / b" }, rate = 1e-3, on = true }
                list = [{ a = 1, b = x }, null]
                """);

        assertThat(ConfigText.render(config)).isEqualTo("""
                        analysis = zmumu
                        dataset {
                          derive {
                            "pt.ratio" = "a / b"
                          }
                          on = true
                          rate = 1e-3
                          samples {}
                          selection = "pt > 4"
                        }
                        list = [{a = 1, b = x}, null]
                        model {
                          hidden = [32, 16]
                          type = mlp
                        }
                        seed = 1
                        """);
    }

    @Test
    void givesEachElementOfALongListItsLine() {
        String name = "n".repeat(60);
        Config config = ConfigFactory.parseMap(Map.of("a", Map.of("b", Arrays.asList(name, name))));

        assertThat(ConfigText.render(config)).isEqualTo("a {\n  b = [\n    " + name + "\n    " + name + "\n  ]\n}\n");
    }

    @Test
    void keepsNumbersAsTheyAreWritten() {
        String text = "a = 1e-3\nb = 1e400\nc = 2.50\nd = 9223372036854775807\n";

        assertThat(ConfigText.render(ConfigFactory.parseString(text))).isEqualTo(text);
    }

    @Property(tries = 200)
    void readsBackAsTheSameConfiguration(@ForAll("sections") Map<String, Object> content) {
        Config config = ConfigValueFactory.fromMap(content).toConfig();

        assertThat(ConfigFactory.parseString(ConfigText.render(config))).isEqualTo(config);
    }

    @Provide
    Arbitrary<Map<String, Object>> sections() {
        return Arbitraries.maps(names(), values(2)).ofMaxSize(5);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "true", "null", "include", "10", "1e3", "-1", "", " a", "a.b", "batch-size", "a_b", "${x}"),
                Arbitraries.strings().ascii().ofMaxLength(8),
                Arbitraries.strings().all().excludeChars('\0').ofMaxLength(4).filter(ConfigTextTest::isText));
    }

    /** Half of a surrogate pair is no text: UTF-8 cannot hold it. */
    private static boolean isText(String string) {
        return string.codePoints().allMatch(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                names().map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.just(null));
        if (depth == 0) {
            return scalars;
        }
        return Arbitraries.oneOf(
                scalars,
                values(depth - 1).list().ofMaxSize(4).map(Object.class::cast),
                Arbitraries.maps(names(), values(depth - 1)).ofMaxSize(4).map(Object.class::cast));
    }
}

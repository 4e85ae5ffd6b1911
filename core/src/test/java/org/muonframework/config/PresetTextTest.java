package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A preset that is handed out")
class PresetTextTest {

    @TempDir
    private Path directory;

    @Test
    @DisplayName("stands on its own: what it included is in it, comments too, and means the same")
    void standsOnItsOwn() throws IOException {
        write("common.conf", "# the inputs\nfeatures = [a, b]\nseed = 1\n");
        write("middle.conf", "include \"common.conf\"\nname = middle\n");
        URL preset =
                write("top.conf", "analysis = top\n\ninclude \"middle.conf\"\nfeatures = ${features} [c]\nseed = 2\n");

        String text = PresetText.of(preset);

        assertThat(text)
                .isEqualTo("analysis = top\n\n# the inputs\nfeatures = [a, b]\nseed = 1\nname = middle\n"
                        + "features = ${features} [c]\nseed = 2\n");
        assertThat(ConfigFactory.parseString(text).resolve())
                .isEqualTo(ConfigFactory.parseURL(preset, ConfigParseOptions.defaults())
                        .resolve());
    }

    @Test
    @DisplayName("has what sections of it included at their depth")
    void includesWithinSections() throws IOException {
        write("trees.conf", "# of trees\n\nrounds = 6\n");
        URL preset = write("top.conf", "models {\n  trees {\n    include \"trees.conf\"\n  }\n}\n");

        assertThat(PresetText.of(preset)).isEqualTo("models {\n  trees {\n    # of trees\n\n    rounds = 6\n  }\n}\n");
    }

    @Test
    void withoutIncludesItIsTheFileItself() throws IOException {
        String text = "analysis = one # include \"none.conf\"\n";
        assertThat(PresetText.of(write("one.conf", text))).isEqualTo(text);
    }

    @Test
    void anIncludeThatIsNotThereFails() throws IOException {
        URL preset = write("one.conf", "include \"none.conf\"\n");
        assertThatThrownBy(() -> PresetText.of(preset))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("none.conf");
    }

    private URL write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toUri().toURL();
    }
}

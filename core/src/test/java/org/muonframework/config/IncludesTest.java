package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.problem.ConfigurationException;

class IncludesTest {

    @TempDir
    Path folder;

    private final AnalysisFileReader reader = new AnalysisFileReader(Map.of());

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String problem(Path file) {
        return catchThrowableOfType(ConfigurationException.class, () -> reader.read(file, List.of()))
                .getMessage()
                .replace(folder + "/", "");
    }

    @Test
    void areFoundBesideTheIncludingFileAndKeepTheirOrigin() throws IOException {
        Path file = write("analysis.conf", "include \"shared/split\"\nseed = ${base}");
        write("shared/split.conf", "\nbase = 7\ninclude \"more.json\"");
        write("shared/more.json", "{\"deep\": true}");

        Config config = reader.read(file, List.of());

        assertThat(config.getInt("seed")).isEqualTo(7);
        assertThat(config.getBoolean("deep")).isTrue();
        assertThat(AnalysisFileReader.origin(config.getValue("base")))
                .isEqualTo(folder.resolve("shared/split.conf") + ":2");
    }

    @Test
    void mayStandInsideASectionAndNameAFileOrAUrl() throws IOException {
        Path common = write("common.conf", "epochs = 3");
        Path file = write(
                "analysis.conf",
                "trainer { include file(\"" + common + "\") }\nother { include url(\"" + common.toUri() + "\") }");

        assertThat(reader.read(file, List.of()).root().unwrapped())
                .isEqualTo(Map.of("trainer", Map.of("epochs", 3), "other", Map.of("epochs", 3)));
    }

    @Test
    void mustExist() throws IOException {
        write("split.conf", "a = 1");

        assertThat(problem(write("analysis.conf", "seed = 1\ninclude \"splitt.conf\"\n")))
                .isEqualTo("analysis.conf:2: cannot include \"splitt.conf\": no such file. Did you mean 'split.conf'?");
        assertThat(problem(write("analysis.conf", "include classpath(\"nowhere.conf\")")))
                .isEqualTo("analysis.conf:1: cannot include \"nowhere.conf\": no such resource");
        assertThat(problem(write("analysis.conf", "include file(\"/nowhere/a.conf\")")))
                .isEqualTo("analysis.conf:1: cannot include \"/nowhere/a.conf\": no such file.");
    }

    @Test
    void mayNotIncludeThemselves() throws IOException {
        write("b.conf", "x = 1\ninclude \"./a.conf\"");

        assertThat(problem(write("a.conf", "include \"b.conf\"")))
                .isEqualTo("b.conf:2: cannot include \"./a.conf\": includes itself");
    }

    @Test
    void tellTheirOwnSyntaxErrors() throws IOException {
        write("b.conf", "x = 1\ny = [");

        assertThat(problem(write("a.conf", "include \"b.conf\""))).startsWith("b.conf:2: ");
    }

    @Test
    void withAnImpossibleNameAreRefused() throws IOException {
        assertThat(problem(write("a.conf", "include \"b\\u0000c\""))).contains("is not a file name");
    }

    @Test
    void workBesideAPresetInAJar() throws IOException {
        Path jar = folder.resolve("plugin.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Map.Entry<String, String> entry : Map.of(
                            "presets/zmumu.conf", "include \"common.conf\"\nseed = 1",
                            "presets/common.conf", "\nepochs = 3")
                    .entrySet()) {
                entries.putNextEntry(new ZipEntry(entry.getKey()));
                entries.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        URL preset = URI.create("jar:" + jar.toUri() + "!/presets/zmumu.conf").toURL();
        Path file = write("analysis.conf", "analysis = zmumu");

        Config config = new AnalysisFileReader(Map.of("zmumu", preset)).read(file, List.of());

        assertThat(config.getInt("epochs")).isEqualTo(3);
        assertThat(AnalysisFileReader.origin(config.getValue("epochs"))).isEqualTo("common.conf of preset zmumu:2");
    }
}

package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Does what the tutorial says, in its order: saves its files, runs its commands, compares what they print. */
@DisplayName("docs/tutorial.md")
class TutorialIT {

    private static final Path PAGE = Path.of("..", "docs", "tutorial.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)(?:`([^`\n]+)`:\n\n)?```(\\w*)\n(.*?)```");
    private static final Pattern EXAMPLE = Pattern.compile("examples/[\\w-]+\\.conf");

    @TempDir
    private Path folder;

    private final List<String> exports = new ArrayList<>();
    private String printed = "";

    @TestFactory
    @DisplayName("works as it stands")
    List<DynamicTest> works() throws IOException {
        Files.copy(OpenData.file("cms-csv/Zmumu.csv"), folder.resolve("Zmumu.csv"));
        List<DynamicTest> steps = new ArrayList<>(BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> step(block.group(1), block.group(2), block.group(3)))
                .toList());
        assertThat(steps).hasSizeGreaterThan(10);
        steps.add(dynamicTest("without the mass 45 % and 95 % pass", () -> assertPassing("blind", 0.45, 0.95)));
        steps.add(dynamicTest("with the mass 2 % and 99 % pass", () -> assertPassing("with-mass", 0.02, 0.99)));
        return steps;
    }

    @Test
    @DisplayName("names examples that there are")
    void namesExamplesThatThereAre() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group())
                .toList();

        assertThat(examples).isNotEmpty().allSatisfy(example -> assertThat(Path.of("..", example))
                .exists());
    }

    private DynamicTest step(String file, String language, String text) {
        String name = file == null ? text.lines().findFirst().orElseThrow() : file;
        return switch (language) {
            case "hocon" -> dynamicTest("saves " + file, () -> Files.writeString(folder.resolve(file), text));
            case "sh" -> dynamicTest("runs " + name, () -> run(text));
            case "text" -> dynamicTest("sees " + name, () -> assertPrinted(text));
            default -> throw new AssertionError("a block is hocon, sh or text: '" + language + "' at " + name);
        };
    }

    /** Runs a block of commands; what former blocks exported is still there. */
    private void run(String commands) {
        commands.lines().filter(line -> line.startsWith("export ")).forEach(exports::add);
        Framework.Outcome outcome = Framework.built(folder).shell(folder, String.join("\n", exports) + "\n" + commands);
        printed = outcome.out() + "\n" + outcome.err();
        assertThat(outcome.exitCode()).as(printed).isZero();
    }

    /** Each line shown is among those printed by the last commands, up to errors of the numbers that have one. */
    private void assertPrinted(String shown) {
        shown.lines()
                .map(Printed::of)
                .forEach(line -> assertThat(printed.lines().map(Printed::of)).anyMatch(line::agreesWith));
    }

    /** What passes of the pairs of opposite charge from 60 to 70 GeV, and of those next to the Z. */
    private void assertPassing(String run, double low, double peak) {
        assertThat(passing(run, "60 to 70")).isCloseTo(low, within(0.05));
        assertThat(passing(run, "91 to 93")).isCloseTo(peak, within(0.01));
    }

    private double passing(String run, String bin) {
        return new RunFiles(folder.resolve("runs").resolve(run))
                .metrics().stream()
                        .filter(value -> value.get("name").asText().equals("efficiency"))
                        .filter(value -> value.path("class").asText().equals("opposite-sign"))
                        .filter(value -> value.path("bin").asText().equals(bin))
                        .map(value -> value.get("value"))
                        .mapToDouble(JsonNode::asDouble)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no bin " + bin));
    }
}

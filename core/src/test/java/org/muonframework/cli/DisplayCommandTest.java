package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.plugin.JarFileBuilder;
import org.muonframework.spi.DisplayProvider;

/** What is refused where no display is installed; what is drawn, the plugins with displays test. */
@DisplayName("framework display")
class DisplayCommandTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() {
        desk = new Desk(folder);
        desk.write("a.csv", "run,event,x\n1,10,5.5\n1,11,6.5\n");
    }

    @Test
    @DisplayName("counts events from 1")
    void zero() {
        Desk.Ended ended = display("a.csv", "--event", "0");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--event 0: events are counted from 1").doesNotContain("Exception");
    }

    @Test
    @DisplayName("says for columns that no display knows which there are")
    void noDisplay() {
        Desk.Ended ended = display("a.csv", "--event", "1");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no display can draw events of these columns: run, event, x");
    }

    @Test
    @DisplayName("ends with 3 for a file that is not there, with the nearest name")
    void noFile() {
        Desk.Ended ended = display("b.csv", "--event", "1");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("b.csv", "Did you mean 'a.csv'?");
    }

    @Test
    @DisplayName("ends with 2 for a name that is neither file nor simulation")
    void neither() {
        Desk.Ended ended = desk.framework("display", "nothing-of-this-name", "--event", "1");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no file and no simulation 'nothing-of-this-name'");
    }

    @Test
    @DisplayName("asks for the display that a setting is for")
    void settingOfNoDisplay() {
        Desk.Ended ended = display("a.csv", "--event", "1", "--set", "display.field=2");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--set display.field=2: name the display that it is for by --type");
    }

    @Test
    @DisplayName("needs the number of the event")
    void noNumber() {
        Desk.Ended ended = display("a.csv");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--event");
    }

    @Test
    @DisplayName("draws by the display of a plugin, the guide's, and prints the path of the page")
    void guide() throws IOException {
        String guide = Files.readString(Path.of("../docs/plugins.md"));
        String section = guide.substring(guide.indexOf("## A display of your own"));
        Matcher listing = Pattern.compile("(?s)```java\n(.*?)```").matcher(section);
        assertThat(listing.find()).isTrue();
        JarFileBuilder.plugin()
                .source(listing.group(1))
                .service(DisplayProvider.class, "com.example.rings.RingDisplay")
                .write(folder.resolve("plugins/rings.jar"));
        desk.write("points.csv", "x,y\n3,4\n0,1\n");
        Path page = folder.resolve("page.html");

        Desk.Ended ended = desk.framework(
                "display",
                folder.resolve("points.csv").toString(),
                "--event",
                "1",
                "-o",
                page.toString(),
                "--plugins",
                folder.resolve("plugins").toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).isEqualToIgnoringNewLines(page.toString());
        assertThat(page).content().contains("A point 5.00 cm away from the middle.", "drawn by the display ring");
        assertThat(desk.framework(
                                "describe",
                                "ring",
                                "--plugins",
                                folder.resolve("plugins").toString())
                        .out())
                .contains("display ring (plugin", "radius = 1.0");
    }

    private Desk.Ended display(String file, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "display";
        arguments[1] = folder.resolve(file).toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        Desk.Ended ended = desk.framework(arguments);
        assertThat(folder).isDirectoryNotContaining("glob:**.html");
        return ended;
    }
}

package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

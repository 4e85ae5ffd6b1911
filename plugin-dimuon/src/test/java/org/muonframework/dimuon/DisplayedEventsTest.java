package org.muonframework.dimuon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunListener;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.display.DisplayRequest;
import org.muonframework.run.display.DisplayedData;
import org.muonframework.run.display.Displayer;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("The page of an event")
class DisplayedEventsTest {

    private static final String ROWS = """
            run,event,pt1,eta1,phi1,Q1,pt2,eta2,phi2,Q2
            1,10,45,0.3,0,1,40,-0.5,3.0,-1
            1,11,30,1.5,1,1,20,1.2,-2.0,-1
            2,10,25,0.1,2,-1,22,0.2,-1.0,1
            """;

    @TempDir
    private Path folder;

    private final PluginRegistry registry = PluginRegistry.load(List.of());
    private final Displayer displayer = displayer();

    private Displayer displayer() {
        SettingsBinder binder = new SettingsBinder();
        Map<String, URL> presets = new TreeMap<>();
        registry.names(ServiceKind.ANALYSIS)
                .forEach(name ->
                        presets.put(name, registry.analysis(name).orElseThrow().call(AnalysisProvider::preset)));
        return new Displayer(
                registry,
                binder,
                new DisplayedData(
                        registry,
                        binder,
                        new AnalysisFileReader(presets),
                        new PlanReader(registry, binder),
                        new Assembler()));
    }

    private DisplayRequest request(
            String data, long event, Optional<String> selection, Optional<String> display, String... settings) {
        return new DisplayRequest(
                data,
                event,
                selection,
                Optional.empty(),
                display,
                List.of(settings),
                Optional.of(folder.resolve("event.html")),
                Optional.of(3L),
                1);
    }

    private String page(DisplayRequest request) throws IOException {
        return Files.readString(displayer.display(request, new Silent(), new Cancellation()));
    }

    private String pairs() throws IOException {
        return Files.writeString(folder.resolve("pairs.csv"), ROWS).toString();
    }

    @Test
    @DisplayName("holds everything that it shows: no script, style or picture is loaded, and its policy forbids it")
    void selfContained() throws IOException {
        String html = page(request(pairs(), 1, Optional.empty(), Optional.empty()));

        assertThat(html).contains("default-src 'none'").doesNotContainPattern("(src|href)=\"?'?https?:");
        assertThat(html).doesNotContainPattern("<link|<img[^>]+src=\"(?!data:)|@import|url\\((?!#|data:)");
        assertThat(html).contains("data-scene=", "WebGLRenderer");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("pairs.csv", "event.html");
        }
    }

    @Test
    @DisplayName("shows the row of the number, with its keys, the mass of the pair and all its values")
    void row() throws IOException {
        String html = page(request(pairs(), 2, Optional.empty(), Optional.empty()));

        assertThat(html).contains("Event 2 of pairs.csv", "run 1 · event 11", "<td>pt2</td>", ">20</td>");
        assertThat(page(request(pairs(), 1, Optional.empty(), Optional.empty())))
                .contains("μ⁺μ⁻ of 91.54 GeV");
    }

    @Test
    @DisplayName("counts only rows that pass the selection")
    void selection() throws IOException {
        assertThat(page(request(pairs(), 1, Optional.of("run == 2 && event == 10"), Optional.empty())))
                .contains("run 2 · event 10", "pairs.csv: row 3");
    }

    @Test
    @DisplayName("is refused for a number behind the last row, with the number of rows")
    void tooFar() throws IOException {
        String file = pairs();

        assertThatThrownBy(() -> page(request(file, 4, Optional.empty(), Optional.empty())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--event 4")
                .hasMessageContaining("has 3 rows; events are counted from 1 to 3");
        assertThatThrownBy(() -> page(request(file, 3, Optional.of("run == 1"), Optional.empty())))
                .hasMessageContaining("has 2 rows that pass the selection");
    }

    @Test
    @DisplayName("takes settings of the display and of the data")
    void settings() throws IOException {
        assertThat(page(request(pairs(), 1, Optional.empty(), Optional.of("collider"), "display.field=2")))
                .contains("bent by 2.0 T");
        assertThat(page(request(
                        "spinquest-simulation", 2, Optional.empty(), Optional.empty(), "dataset.fractions=balanced")))
                .contains("Event 2 of spinquest-simulation", "followed back through the iron");
        assertThatThrownBy(
                        () -> page(request(pairs(), 1, Optional.empty(), Optional.of("collider"), "display.feild=2")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Did you mean 'field'?");
        assertThatThrownBy(() -> page(request(pairs(), 1, Optional.empty(), Optional.empty(), "field=2")))
                .hasMessageContaining("settings of the data begin with 'dataset.'");
    }

    @Test
    @DisplayName("names the nearest display and simulation, and what each display needs")
    void names() throws IOException {
        String file = pairs();
        String other =
                Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n").toString();

        assertThatThrownBy(() -> page(request(file, 1, Optional.empty(), Optional.of("colider"))))
                .hasMessageContaining("there is no display 'colider'. Did you mean 'collider'?");
        assertThatThrownBy(() -> page(request("zmumu-simulatoin", 1, Optional.empty(), Optional.empty())))
                .hasMessageContaining("there is no file and no simulation 'zmumu-simulatoin'.")
                .hasMessageContaining("Did you mean 'zmumu-simulation'?");
        assertThatThrownBy(() -> page(request(other, 1, Optional.empty(), Optional.empty())))
                .hasMessageContaining("no display can draw events of these columns: a, b")
                .hasMessageContaining("display 'collider': needs leptons")
                .hasMessageContaining("display 'spinquest': needs both tracks");
    }

    @Test
    @DisplayName("shows rows of the dataset of an analysis file, by the names that columns have there")
    void analysis() throws IOException {
        Path analysis = Files.writeString(folder.resolve("mine.conf"), """
                dataset { type = files, files = ["%s"], rename { pt1 = ptOne } }
                metrics = [ { type = peak-fit, name = pt, variable = pt1, low = 0, high = 100, masses = [40] } ]
                """.formatted(
                        Files.writeString(folder.resolve("renamed.csv"), ROWS.replace("pt1", "ptOne"))));

        assertThat(page(request(analysis.toString(), 1, Optional.empty(), Optional.empty())))
                .contains("μ⁺μ⁻ of 91.54 GeV", "<td>pt1</td>");
    }

    @Test
    @DisplayName("of a CMS event file shows its tracks rather than its muons alone, for they are more of its columns")
    void cms() throws IOException {
        assertThat(page(request(
                        RealData.file("other/Hto4l_2011A.ig").toString(), 1, Optional.empty(), Optional.empty())))
                .contains("drawn by the display cms-event", "run 173657 · event 34442568");
    }

    private static final class Silent implements RunListener {
        @Override
        public void stage(String name) {}

        @Override
        public void progress(long done, long total, String message) {}

        @Override
        public void warning(String message) {}
    }
}

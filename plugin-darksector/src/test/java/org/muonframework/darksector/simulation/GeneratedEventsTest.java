package org.muonframework.darksector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunListener;
import org.muonframework.run.convert.Generator;

@DisplayName("framework generate")
class GeneratedEventsTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("writes four rows an event, also of a few events with all other settings at their defaults")
    void fewEvents() throws Exception {
        List<String> lines = generate("darksector-simulation", 20);
        assertThat(lines).hasSize(1 + 4 * 20);
        assertThat(lines.get(0)).contains("event,candidate,dr,d0,z0,eRec").endsWith("label,weight");
    }

    @Test
    @DisplayName("writes the columns of punzinet, with text in the first")
    void punzinet() throws Exception {
        List<String> lines = generate("punzinet-simulation", 20);
        assertThat(lines.get(0)).contains("category", "range_idx_low,range_idx_high,gen_mass");
        assertThat(lines.get(1)).contains("220MeV");
        assertThat(lines.get(80)).contains("mumumumu_");
    }

    private List<String> generate(String name, long events) throws Exception {
        Path file = folder.resolve("events.csv");
        new Generator(PluginRegistry.load(List.of()), new SettingsBinder())
                .generate(new Generator.Request(name, events, List.of(), 1, 2), file, new Silent(), new Cancellation());
        return Files.readAllLines(file);
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

package org.muonframework.darksector.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.Context;
import org.muonframework.spi.problem.ConfigurationException;

class DarkSectorSettingsTest {

    @Test
    @DisplayName("without settings: 98 masses of 2000 events, 200 000 of background, 178/fb")
    void defaults() {
        DarkSectorSettings defaults = new SettingsBinder().defaults(DarkSectorSettings.class);
        assertThat(defaults)
                .isEqualTo(new DarkSectorSettings(List.of(), 2000, 200_000, Optional.empty(), 178, true, false));
        assertThat(SampleList.grid()).hasSize(98).startsWith(0.22, 0.3, 0.4).endsWith(9.8, 9.9);
        assertThat(rows(defaults)).isEqualTo(4 * 396_000);
    }

    @Test
    @DisplayName("events scales signal and background together, to exactly this number")
    void events() {
        assertThat(rows(settings(List.of(), 2000, 200_000, 10_000))).isEqualTo(40_000);
        SampleList samples = SampleList.of(
                settings(List.of(1.0, 2.0), 100, 800, 507),
                Context.standalone(1, 1).random());
        assertThat(samples.samples().stream().map(EventSample::events)).containsExactly(50L, 50L, 309L, 98L, 0L);
    }

    @Test
    @DisplayName("few events: one of each of some masses, from the whole range")
    void fewEvents() {
        SampleList samples = SampleList.of(
                settings(List.of(), 2000, 200_000, 8), Context.standalone(1, 1).random());
        assertThat(samples.events()).isEqualTo(8);
        assertThat(samples.samples().stream()
                        .filter(EventSample.Signal.class::isInstance)
                        .map(sample -> ((EventSample.Signal) sample).mass()))
                .containsExactly(0.22, 2.6, 5.1, 7.5);
        assertThat(rows(settings(List.of(), 2000, 0, 5))).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.2113, 10.4, -1, Double.NaN})
    void massesThatCannotBe(double mass) {
        assertThatThrownBy(() -> rows(settings(List.of(1.0, mass), 10, 0, 20)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("masses")
                .hasMessageContaining("a Z' of " + mass + " GeV")
                .hasMessageContaining("above 0.2113 GeV (two muons) and below 10.3687 GeV");
    }

    @Test
    @DisplayName("a mass at the end of the phase space, of which nothing is seen, is named instead of tried for ever")
    void massThatIsNotSeen() {
        assertThatThrownBy(() -> Rows.of(Rows.signal(10, 10.3), 1, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hardly any event of a Z' of 10.3 GeV passes");
    }

    @Test
    void nothingToSimulate() {
        assertThatThrownBy(() -> Rows.of(Rows.background(0), 1, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing is simulated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"luminosity = -178", "luminosity = 0", "events-per-mass = -1", "background-events = -5"})
    void numbersOutOfRange(String line) {
        Problems problems = new Problems();
        new SettingsBinder()
                .bind(ConfigFactory.parseString(line).root(), "dataset", DarkSectorSettings.class, Set.of(), problems);
        assertThat(problems.list()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains(line.substring(0, line.indexOf(' '))));
    }

    private static DarkSectorSettings settings(List<Double> masses, long perMass, long background, long events) {
        return new DarkSectorSettings(masses, perMass, background, Optional.of(events), 178, true, false);
    }

    private static long rows(DarkSectorSettings settings) {
        return Rows.dataset(settings, 1, 1).rows().orElseThrow();
    }
}

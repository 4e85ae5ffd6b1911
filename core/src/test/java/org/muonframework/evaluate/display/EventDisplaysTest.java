package org.muonframework.evaluate.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.History;

@DisplayName("event-display")
class EventDisplaysTest {

    /** Draws the point of a row whose coordinates are in columns. */
    private record Dots(List<String> needed) implements EventDisplay {

        @Override
        public Optional<String> objection(Schema columns) {
            return columns.names().containsAll(needed) ? Optional.empty() : Optional.of("needs " + needed);
        }

        @Override
        public Set<String> columns(Schema columns) {
            return Set.copyOf(needed);
        }

        @Override
        public Scene scene(Event event) {
            double[] x = event.numbers(needed.get(0));
            return Scene.of(
                    "any",
                    "A dot",
                    "A dot at " + x[0] + ".",
                    Axis.of("x"),
                    Axis.of("y"),
                    Axis.of("z"),
                    List.of(new Shape.Points("dot", x, x, x)));
        }
    }

    private static final Map<String, EventDisplay> DISPLAYS = Map.of(
            "planes", new Dots(List.of("x", "y")),
            "lines", new Dots(List.of("x")),
            "others", new Dots(List.of("q")));

    private static final Schema COLUMNS = Schema.of(List.of(
            ColumnSpec.of("x", ColumnType.DOUBLE),
            ColumnSpec.of("y", ColumnType.FLOAT),
            new ColumnSpec("q", ColumnType.DOUBLE, true, "", "", ColumnRole.FEATURE)));

    private static EventDisplays metric(Optional<String> display, Integer... events) {
        return new EventDisplays(new EventDisplaySettings(List.of(events), display), DISPLAYS);
    }

    private static Evaluation evaluation() {
        Sample sample = new Sample(
                Part.TEST,
                new int[] {0, 1},
                new float[][] {{1.5f, 2.5f}},
                new float[][] {{0.125f, 0.75f}, {1.25f, 2.25f}},
                new double[] {1, 1},
                Map.of("x", new double[] {10, 20}, "y", new double[] {1, 2}));
        return new Evaluation(
                "net",
                new Task(List.of("x"), List.of("background", "signal"), List.of("mass")),
                new History("epoch", List.of(), 1, 1, 1),
                List.of(sample),
                Part.TEST,
                Map.of("mass", ColumnSpec.of("mass", ColumnType.DOUBLE, "GeV", "", ColumnRole.TRUTH)));
    }

    @Test
    @DisplayName("takes the display that reads most of the columns that hold one number in a row")
    void mostColumns() {
        assertThat(metric(Optional.empty(), 1).columns(COLUMNS)).containsExactly("x", "y");
        assertThat(metric(Optional.of("lines"), 1).columns(COLUMNS)).containsExactly("x");
    }

    @Test
    @DisplayName("shows rows of the evaluated part, counted from 1, with what is found beside the truth")
    void scenes() {
        MetricResult result = metric(Optional.empty(), 2, 1).evaluate(evaluation());

        assertThat(result.scenes()).extracting(Scene::name).containsExactly("event-2", "event-1");
        assertThat(result.scenes().get(0).title()).isEqualTo("Event 2: A dot");
        assertThat(result.scenes().get(0).caption())
                .isEqualTo("Row 2 of the test part. A dot at 20.0. Found by net: signal with a score of 0.750 (truth:"
                        + " signal); mass 2.250 GeV (truth: 2.500).");
    }

    @Test
    @DisplayName("notes that there is no such row")
    void noSuchRow() {
        MetricResult result = metric(Optional.empty(), 1, 3).evaluate(evaluation());

        assertThat(result.scenes()).hasSize(1);
        assertThat(result.notes()).containsExactly("Event 3 is not shown: the test part has 2 rows.");
    }

    @Test
    @DisplayName("says for columns that no display knows what each display needs")
    void noDisplay() {
        Schema others = Schema.of(List.of(ColumnSpec.of("a", ColumnType.INT)));

        assertThatThrownBy(() -> metric(Optional.empty(), 1).columns(others))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no display can draw events of these columns: a")
                .hasMessageContaining("display 'lines': needs [x]")
                .hasMessageContaining("display 'planes': needs [x, y]");
    }

    @Test
    @DisplayName("names the nearest display to one that is not there, and what one lacks that is there")
    void unknown() {
        assertThatThrownBy(() -> metric(Optional.of("plane"), 1).columns(COLUMNS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no display 'plane'. Did you mean 'planes'?");
        assertThatThrownBy(() -> metric(Optional.of("others"), 1).columns(COLUMNS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the display 'others' cannot draw events of these columns: it needs [q]");
    }
}

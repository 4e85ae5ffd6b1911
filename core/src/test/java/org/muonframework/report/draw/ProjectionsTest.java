package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.report.EventScenes;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

@DisplayName("The projections of a scene")
class ProjectionsTest {

    private static Scene scene(Shape... shapes) {
        return Scene.of("s", "S", "Seen.", Axis.of("x"), Axis.of("y"), Axis.of("z"), List.of(shapes));
    }

    private static double sum(Mark mark) {
        return Arrays.stream(((Mark.HeatMap) mark).values())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sum();
    }

    @Test
    @DisplayName("have the sum of all values, on the grid of the cells")
    void sums() {
        Scene scene = EventScenes.calorimeter();
        double total =
                Arrays.stream(((Shape.Boxes) scene.shapes().get(0)).values()).sum();

        List<Figure> figures = Projections.of(scene);

        assertThat(figures).extracting(Figure::name).containsExactly("event-zx", "event-zy", "event-xy");
        for (Figure figure : figures) {
            assertThat(sum(figure.marks().get(0))).isCloseTo(total, within(1e-9 * total));
        }
        double[] zEdges = ((Mark.HeatMap) figures.get(0).marks().get(0)).xEdges();
        assertThat(zEdges).hasSize(51).startsWith(0, 40, 80);
    }

    @Test
    @DisplayName("add what lies behind each other, and leave blank where nothing is")
    void cells() {
        var boxes = Shape.Boxes.of(
                "E",
                new double[] {1, 1, 3},
                new double[] {1, 5, 1},
                new double[] {1, 1, 3},
                new double[] {1, 1, 1},
                new double[] {2, 3, 7},
                false);

        Mark.HeatMap zx =
                (Mark.HeatMap) Projections.of(scene(boxes)).get(0).marks().get(0);

        assertThat(zx.xEdges()).containsExactly(0, 2, 4);
        assertThat(zx.values()[0]).containsExactly(5, Double.NaN);
        assertThat(zx.values()[1]).containsExactly(Double.NaN, 7);
    }

    @Test
    @DisplayName("share boxes that lie on no grid among even cells and keep their sum")
    void offTheGrid() {
        int count = 400;
        double[] at = new double[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            at[i] = Math.sqrt(i + 1) * Math.PI;
            values[i] = i - 10;
        }
        var boxes = Shape.Boxes.of("E", at, at, at, new double[] {0.4, 1.3, 0.2}, values, false);
        double total = Arrays.stream(values).sum();

        for (Figure figure : Projections.of(scene(boxes))) {
            assertThat(sum(figure.marks().get(0))).isCloseTo(total, within(1e-9 * total));
        }
    }

    @Test
    @DisplayName("show lines with gaps between them, and the outline of a cylinder as wide as it is")
    void lines() {
        Figure zx = Projections.of(EventScenes.tracker()).get(0);

        Mark.Curve muons = (Mark.Curve) zx.marks().get(0);
        assertThat(muons.x()).containsExactly(0.1, 1, 2, Double.NaN, 0.1, -1.5);
        assertThat(muons.y()).containsExactly(0, 0.5, 1, Double.NaN, 0, -1);
        Mark.Curve outline = (Mark.Curve) zx.marks().get(2);
        assertThat(outline.dashed()).isTrue();
        assertThat(Arrays.stream(outline.y()).filter(Double::isFinite).max()).hasValue(1.2);
    }

    @Test
    @DisplayName("of a scene to scale show a length as long along both axes, and all that is there")
    void toScale() {
        Scene tracker = EventScenes.tracker();
        Scene scene = Scene.of(
                tracker.name(),
                tracker.title(),
                tracker.caption(),
                tracker.x(),
                tracker.y(),
                tracker.z(),
                tracker.shapes());
        for (Figure figure : Projections.of(scene)) {
            assertThat(length(figure.x()) / length(figure.y()))
                    .as(figure.name())
                    .isCloseTo(FigureLayout.proportion(false), within(1e-9));
            for (Mark mark : figure.marks()) {
                if (mark instanceof Mark.Curve curve) {
                    assertThat(Arrays.stream(curve.x()).filter(Double::isFinite))
                            .allMatch(x -> x > figure.x().min().orElseThrow()
                                    && x < figure.x().max().orElseThrow());
                    assertThat(Arrays.stream(curve.y()).filter(Double::isFinite))
                            .allMatch(y -> y > figure.y().min().orElseThrow()
                                    && y < figure.y().max().orElseThrow());
                }
            }
        }
        assertThat(Projections.of(scene.stretched()).get(0).x()).isEqualTo(scene.z());
    }

    private static double length(Axis axis) {
        return axis.max().orElseThrow() - axis.min().orElseThrow();
    }

    @Test
    @DisplayName("of an empty event are empty figures")
    void empty() {
        var none = new double[0];
        Scene scene = scene(
                Shape.Boxes.of("E", none, none, none, new double[] {1, 1, 1}, none, true),
                new Shape.Lines("muon", List.of()),
                new Shape.Points("vertex", none, none, none));
        var renderer = new FigureRenderer(FigureStyle.ofSample(""));

        Projections.of(scene).forEach(figure -> assertThat(renderer.svg(figure)).contains("no entries"));
        assertThat(renderer.svg(scene)).doesNotContain("NaN").contains("muon");
    }
}

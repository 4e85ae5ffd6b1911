package org.muonframework.calorimeter.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.calorimeter.Settings;
import org.muonframework.spi.Context;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.SparseImages;

@DisplayName("calorimeter-display")
class CalorimeterDisplayTest {

    private static final org.muonframework.spi.model.Shape GRID = org.muonframework.spi.model.Shape.of(50, 32, 32);
    private static final Task TASK = new Task(List.of("x"), List.of(), List.of("true_energy"));

    /** Of muons of 100, 1000 and 2000 GeV; the first one has four hits, two of them in one cell, the last one none. */
    private static final SparseImages CELLS = new SparseImages(
            GRID,
            new int[] {0, 4, 5},
            new int[] {4, 5, 5},
            new int[] {cell(0, 16, 20), cell(49, 19, 20), cell(49, 19, 20), cell(3, 2, 1), cell(7, 15, 15)},
            new float[] {0.04f, 0.03f, 0.5f, 0.002f, 0.2f});

    private static int cell(int layer, int column, int row) {
        return (layer * 32 + column) * 32 + row;
    }

    private static Metric metric(String settings) {
        return new CalorimeterDisplayProvider()
                .create(Settings.bind(settings, CalorimeterDisplaySettings.class), Context.standalone(1, 1));
    }

    private static MetricResult judge(String settings, Map<String, SparseImages> images, float... truth) {
        double[] entry = {1.9, 0, Double.NaN};
        Sample sample = new Sample(
                Part.TEST,
                new float[0][],
                new int[0],
                new float[][] {truth},
                new float[][] {{120, 1500, 2500}},
                new double[] {1, 1, 1},
                Map.of("true_x", entry, "true_y", new double[] {16.9, 0, 0}),
                images);
        return metric(settings)
                .evaluate(new Evaluation(
                        "net", TASK, new History("epoch", List.of(), 1, 1, 1), List.of(sample), Part.TEST, Map.of()));
    }

    private static MetricResult judge(String settings) {
        return judge(settings, Map.of("cells", CELLS), 100, 1000, 2000);
    }

    private static <S extends Shape> S shape(Scene scene, Class<S> kind) {
        return scene.shapes().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("shows the cells above a threshold where they are, in mm, hits of one cell together")
    void cells() {
        Scene scene = judge("energies = [90]").scenes().get(0);

        Shape.Boxes boxes = shape(scene, Shape.Boxes.class);
        assertThat(boxes.x()).containsExactly(new double[] {1.875, 13.125}, within(1e-9));
        assertThat(boxes.y()).containsExactly(new double[] {16.875, 16.875}, within(1e-9));
        assertThat(boxes.z()).containsExactly(new double[] {20.32, 2011.68}, within(1e-9));
        assertThat(boxes.values()).containsExactly(new double[] {0.04, 0.53}, within(1e-6));
        assertThat(scene.title()).isEqualTo("Muon of 100 GeV");
        assertThat(scene.caption())
                .startsWith("An event of the test part, in which net finds 120 GeV for a muon of 100 GeV: 3 cells with"
                        + " 0.57 GeV together, of which 2 with at least 10 MeV are shown.");
        assertThat(shape(judge("energies = [90], threshold = 0").scenes().get(0), Shape.Boxes.class)
                        .values())
                .hasSize(3);
    }

    @Test
    @DisplayName("draws the muon bent to the side of its cells: 12.4 mm at the end for 100 GeV in 2 T")
    void muon() {
        Shape.Line way = shape(judge("energies = [90]").scenes().get(0), Shape.Lines.class)
                .lines()
                .get(0);
        int last = way.x().length - 1;
        assertThat(way.x()[0]).isEqualTo(1.9, within(1e-9));
        assertThat(way.x()[last]).isEqualTo(1.9 + 12.39, within(0.01));
        assertThat(way.y()[last]).isEqualTo(16.9, within(1e-9));
        assertThat(way.z()[last]).isEqualTo(2032, within(1e-9));
        Shape.Line straight = shape(judge("energies = [90], field = 0").scenes().get(0), Shape.Lines.class)
                .lines()
                .get(0);
        assertThat(straight.x()).containsOnly(1.9);
    }

    @Test
    @DisplayName("takes the nearest event for each energy, none twice")
    void events() {
        List<Scene> scenes = judge("energies = [1400, 5000, 1501, 1499, 7000]").scenes();

        assertThat(scenes).extracting(Scene::title).containsExactly("Muon of 1000 GeV", "Muon of 2000 GeV");
        assertThat(scenes).extracting(Scene::name).containsExactly("event-1", "event-2");
    }

    @Test
    @DisplayName("shows the empty calorimeter where nothing was measured, without a muon whose entry is not known")
    void empty() {
        Scene scene = judge("energies = [2000]").scenes().get(0);

        assertThat(shape(scene, Shape.Boxes.class).values()).isEmpty();
        assertThat(scene.shapes()).noneMatch(Shape.Lines.class::isInstance);
        assertThat(scene.caption()).contains("0 cells with 0.0 GeV").doesNotContain("line");
    }

    @Test
    @DisplayName("says why there is nothing to show")
    void nothing() {
        assertThat(judge("", Map.of(), 1, 2, 3).notes())
                .containsExactly("No event is shown: the cells are not at hand.");
        assertThat(judge("", Map.of("cells", CELLS), Float.NaN, Float.NaN, Float.NaN)
                        .notes())
                .containsExactly("No event is shown: none has a true energy.");
    }

    @Test
    @DisplayName("needs an energy, the image, and the calorimeter's grid")
    void refused() {
        Metric metric = metric("");
        assertThat(metric.images()).containsExactly("cells");
        assertThat(metric.columns()).containsExactly("true_x", "true_y");
        assertThat(metric.objection(TASK.withImages(List.of(new Image("cells", GRID)))))
                .isEmpty();
        assertThat(metric.objection(
                        TASK.withImages(List.of(new Image("cells", org.muonframework.spi.model.Shape.of(32, 32, 50))))))
                .hasValue("the calorimeter has 50x32x32 cells, and the image 'cells' has 32x32x50");
        assertThat(metric.objection(new Task(List.of("x"), List.of("a", "b"), List.of())))
                .hasValue("needs an energy to regress");
        assertThat(metric.objection(new Task(List.of("x"), List.of(), List.of("e", "f"))))
                .hasValue("needs 'target', the energy among the targets: e, f");
        assertThat(metric("target = energy").objection(TASK))
                .hasValueSatisfying(reason -> assertThat(reason).contains("'target' is 'energy', which is no target"));
        assertThatThrownBy(() -> metric("energies = []"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'energies' is empty");
    }
}

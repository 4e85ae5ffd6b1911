package org.muonframework.evaluate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.train.Search;

@DisplayName("What a search on a grid found")
class GridFindingsTest {

    /** Every combination of some values of settings a, b, …; the loss counts up, but for one point. */
    private static Search search(int best, int... sizes) {
        List<List<String>> values = new ArrayList<>(List.of(List.of()));
        List<String> keys = new ArrayList<>();
        for (int key = 0; key < sizes.length; key++) {
            keys.add("trainer." + (char) ('a' + key));
            List<List<String>> longer = new ArrayList<>();
            for (List<String> some : values) {
                for (int value = 0; value < sizes[key]; value++) {
                    List<String> next = new ArrayList<>(some);
                    next.add(String.valueOf(10 * value));
                    longer.add(next);
                }
            }
            values = longer;
        }
        List<Search.Point> points = new ArrayList<>();
        for (List<String> some : values) {
            points.add(new Search.Point(some, points.size() == best ? 0.5 : 1 + points.size(), 0.25));
        }
        return new Search("", 5, keys, points, best);
    }

    private static Figure only(MetricResult result) {
        assertThat(result.figures()).hasSize(1);
        return result.figures().get(0);
    }

    @Test
    @DisplayName("are the loss of each point with its error, and the best one again")
    void values() {
        MetricResult result = GridFindings.of(List.of(List.of(search(1, 3).of("mass < 1"))));

        assertThat(result.values())
                .extracting(MetricValue::name)
                .containsExactly("grid-loss", "grid-loss", "grid-loss", "grid-best-loss");
        MetricValue best = result.values().get(3);
        assertThat(best.keys())
                .containsEntry("grid-point", "2")
                .containsEntry("region", "mass < 1")
                .containsEntry("trainer.a", "10");
        assertThat(List.of(best.value(), best.low(), best.high())).containsExactly(0.5, 0.25, 0.75);
        assertThat(best.keys()).isEqualTo(result.values().get(1).keys());
        assertThat(result.notes())
                .containsExactly(
                        "mass < 1: the best of 3 points is trainer.a = 10, with a loss of 0.50000 ± 0.25000 in 5"
                                + " folds; 0 others are within its error");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    @DisplayName("are a map above the best where two settings vary, also beside one that does not")
    void map() {
        Figure figure = only(GridFindings.of(List.of(List.of(search(3, 2, 1, 3)))));

        Mark.HeatMap map = (Mark.HeatMap) figure.marks().get(0);
        assertThat(figure.x().title()).isEqualTo("trainer.a");
        assertThat(figure.y().title()).isEqualTo("trainer.c");
        assertThat(figure.xLabels()).containsExactly("0", "10");
        assertThat(figure.yLabels()).containsExactly("0", "10", "20");
        assertThat(map.values()).isDeepEqualTo(new double[][] {{500, 1500, 2500}, {0, 4500, 5500}});
        assertThat(map.xEdges()).containsExactly(0, 1, 2);
    }

    @Test
    @DisplayName("are points with errors where one setting varies, or more than two")
    void points() {
        Figure one = only(GridFindings.of(List.of(List.of(search(2, 4)))));
        assertThat(one.x().title()).isEqualTo("trainer.a");
        assertThat(one.xLabels()).containsExactly("0", "10", "20", "30");
        Mark.Points marks = (Mark.Points) one.marks().get(1);
        assertThat(marks.y()).containsExactly(1, 2, 0.5, 4);
        assertThat(marks.high()).containsExactly(1.25, 2.25, 0.75, 4.25);
        assertThat(((Mark.Reference) one.marks().get(0)).at()).isEqualTo(2.5);

        Figure three = only(GridFindings.of(List.of(List.of(search(0, 2, 2, 2)))));
        assertThat(three.x().title()).isEqualTo("point");
        assertThat(three.xLabels()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    @DisplayName("are a figure for each region")
    void regions() {
        MetricResult result = GridFindings.of(
                List.of(List.of(search(0, 2).of("mass < 1"), search(1, 2).of("mass >= 1"))));

        assertThat(result.figures()).extracting(Figure::name).containsExactly("grid-region-1", "grid-region-2");
        assertThat(result.figures().get(1).title()).isEqualTo("Grid search, mass >= 1");
    }

    @Test
    @DisplayName("are with folds the values of each, and a figure of the means")
    void folds() {
        MetricResult result = GridFindings.of(List.of(List.of(search(0, 3)), List.of(search(1, 3))));

        assertThat(result.values())
                .extracting(value -> value.keys().get("fold"))
                .containsExactly("0", "0", "0", "0", "1", "1", "1", "1");
        Mark.Points marks = (Mark.Points) only(result).marks().get(1);
        assertThat(marks.y()[0]).isCloseTo(0.75, within(1e-12));
        assertThat(marks.y()[1]).isCloseTo(1.25, within(1e-12));
        assertThat(((Mark.Reference) only(result).marks().get(0)).at()).isEqualTo(0.5);
    }
}

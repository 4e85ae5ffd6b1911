package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

@DisplayName("Figures of several models laid over each other")
class FigureOverlayTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private static Figure figure(String name, Axis x, Mark... compared) {
        return Figure.of(name, "Title", "Caption of one model.", x, Axis.of("y"), List.of())
                .comparing(List.of(compared));
    }

    private static Mark curve(String label) {
        return Mark.Curve.of(label, new double[] {0, 1}, new double[] {0, 1});
    }

    /** Layers of models a, b, … in this order. */
    @SafeVarargs
    private static List<Figure> overlay(List<Figure>... models) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        for (int i = 0; i < models.length; i++) {
            figures.put(String.valueOf((char) ('a' + i)), models[i]);
        }
        return FigureOverlay.of(figures);
    }

    @Test
    @DisplayName("carry the model before the label of each mark, and all models in the caption")
    void labels() {
        Figure figure = figure("roc", Axis.of("x"), curve(""), curve("test"));

        List<Figure> overlays = overlay(List.of(figure), List.of(figure));

        assertThat(overlays).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("roc");
            assertThat(one.marks()).extracting(Mark::label).containsExactly("a", "a, test", "b", "b, test");
            assertThat(one.caption()).contains("a, b");
            assertThat(one.compared()).isEmpty();
        });
    }

    @Test
    @DisplayName("have a figure for each label and a panel of ratios where one is what the others are held against")
    void ratios() {
        double[] ends = {0, 1};
        Mark.Points base = new Mark.Points(
                "signal",
                new double[] {1, 3},
                new double[] {0, 2},
                new double[] {2, 4},
                new double[] {0.5, 0},
                new double[] {0.4, 0},
                new double[] {0.6, 0.1});
        Mark.Points other = new Mark.Points(
                "signal",
                new double[] {1.1, 3},
                new double[] {0, 2},
                new double[] {2, 4},
                new double[] {0.25, 0.1},
                new double[] {0.2, 0},
                new double[] {0.3, 0.2});
        Figure nominal = figure("f", Axis.of("x"), base, Mark.Curve.of("roc", ends, new double[] {0, 1}));
        Figure varied =
                figure("f", Axis.of("x"), other, Mark.Curve.of("roc", new double[] {0, 0.5}, new double[] {0, 0.25}));
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("nominal", List.of(nominal));
        figures.put("up", List.of(varied));

        List<Figure> overlays = FigureOverlay.withRatioTo("nominal", figures);

        assertThat(overlays).extracting(Figure::name).containsExactly("f-signal", "f-roc");
        assertThat(overlays.get(0).caption()).contains("divided by nominal");
        Mark.Points ratio =
                (Mark.Points) overlays.get(0).ratio().orElseThrow().marks().get(0);
        assertThat(ratio.label()).isEqualTo("up");
        assertThat(ratio.y()).containsExactly(0.5, Double.NaN);
        double error = Math.hypot(0.05, 0.5 * 0.1) / 0.5;
        assertThat(ratio.low()[0]).isCloseTo(0.5 - error, EXACT);
        assertThat(ratio.high()[0]).isCloseTo(0.5 + error, EXACT);
        Mark.Curve curve =
                (Mark.Curve) overlays.get(1).ratio().orElseThrow().marks().get(0);
        assertThat(curve.y()).containsExactly(Double.NaN, 0.5);
    }

    @Test
    @DisplayName("have no ratio to a negative point, and the right ends for a negative ratio")
    void negativeRatios() {
        double[] x = {1, 3};
        double[] left = {0, 2};
        double[] right = {2, 4};
        double[] high = {1, 5};
        Mark.Points base = new Mark.Points("s", x, left, right, new double[] {-1, 2}, new double[] {-2, 1}, high);
        double[] exact = {1, -4};
        Mark.Points other = new Mark.Points("s", x, left, right, exact, exact, exact);

        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put("nominal", List.of(figure("f", Axis.of("x"), base)));
        figures.put("up", List.of(figure("f", Axis.of("x"), other)));

        List<Figure> overlays = FigureOverlay.withRatioTo("nominal", figures);

        Mark.Points ratio =
                (Mark.Points) overlays.get(0).ratio().orElseThrow().marks().get(0);
        assertThat(ratio.y()).containsExactly(Double.NaN, -2);
        assertThat(ratio.low()[1]).isCloseTo(-2 - 2 * 1 / 2.0, EXACT);
        assertThat(ratio.high()[1]).isCloseTo(-2 + 2 * 3 / 2.0, EXACT);
    }

    @Test
    @DisplayName("have no panel of ratios where bins differ or have names")
    void noRatios() {
        Mark.Histogram two =
                new Mark.Histogram("", HistogramStyle.STEP, new double[] {0, 1, 2}, new double[] {1, 1}, new double[2]);
        Mark.Histogram one =
                new Mark.Histogram("", HistogramStyle.STEP, new double[] {0, 2}, new double[] {1}, new double[1]);
        Figure named = figure("named", Axis.of("x"), two).withLabels(List.of("p", "q"), List.of());

        List<Figure> overlays = FigureOverlay.withRatioTo(
                "a",
                Map.of(
                        "a",
                        List.of(figure("f", Axis.of("x"), two), named),
                        "b",
                        List.of(figure("f", Axis.of("x"), one), named)));

        assertThat(overlays).hasSize(2).allSatisfy(figure -> assertThat(figure.ratio())
                .isEmpty());
    }

    @Test
    @DisplayName("become a figure for each label where there are too many marks to be told apart")
    void splitByLabel() {
        Figure figure = figure("efficiency", Axis.of("x"), curve("signal"), curve("background"));
        List<Figure> model = List.of(figure);

        List<Figure> overlays = overlay(model, model, model, model, model);

        assertThat(overlays).extracting(Figure::name).containsExactly("efficiency-signal", "efficiency-background");
        assertThat(overlays).extracting(Figure::title).containsExactly("Title, signal", "Title, background");
        assertThat(overlays.get(1).marks()).extracting(Mark::label).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    @DisplayName("count and show reference lines once, in the figure of each label too")
    void references() {
        Mark one = new Mark.Reference("", 1, false);
        Mark published = new Mark.Reference("published", 2, false);
        Figure figure = figure("limit", Axis.of("x"), one, published, curve(""), curve("cut"));
        List<Figure> model = List.of(figure);

        assertThat(overlay(model, model, model, model)).singleElement().satisfies(all -> assertThat(all.marks())
                .extracting(Mark::label)
                .containsExactly("", "published", "a", "a, cut", "b", "b, cut", "c", "c, cut", "d", "d, cut"));
        assertThat(overlay(model, model, model, model, model))
                .extracting(Figure::name)
                .containsExactly("limit", "limit-cut");
        assertThat(overlay(model, model, model, model, model)).allSatisfy(part -> assertThat(part.marks())
                .extracting(Mark::label)
                .containsExactly("", "published", "a", "b", "c", "d", "e"));
    }

    private static Mark dashed(String label, double... y) {
        return new Mark.Curve(label, new double[] {0, 1}, y, new double[0], new double[0], true);
    }

    @Test
    @DisplayName("show a dashed curve that all models have alike once, of no model, in the figure of each label too")
    void commonCurves() {
        List<Figure> one = List.of(figure("limit", Axis.of("x"), curve(""), curve("cut"), dashed("none", 3, 4)));
        List<Figure> other = List.of(figure("limit", Axis.of("x"), curve(""), curve("cut"), dashed("none", 3, 4)));

        assertThat(overlay(one, other)).singleElement().satisfies(all -> assertThat(all.marks())
                .extracting(Mark::label)
                .containsExactly("a", "a, cut", "none", "b", "b, cut"));
        assertThat(overlay(one, other, one, other, one)).hasSize(2).allSatisfy(part -> assertThat(part.marks())
                .extracting(Mark::label)
                .containsExactly("none", "a", "b", "c", "d", "e"));
        Map<String, List<Figure>> against = new LinkedHashMap<>();
        against.put("a", one);
        against.put("b", other);
        assertThat(FigureOverlay.withRatioTo("a", against)).hasSize(2).allSatisfy(part -> {
            assertThat(part.marks()).extracting(Mark::label).containsExactly("none", "a", "b");
            assertThat(part.ratio().orElseThrow().marks())
                    .extracting(Mark::label)
                    .containsExactly("b", "");
        });
    }

    @Test
    @DisplayName("keep dashed curves apart of which one differs, or that have no label")
    void differentCurves() {
        Figure one = figure("limit", Axis.of("x"), dashed("none", 3, 4), dashed("", 1, 1));
        Figure other = figure("limit", Axis.of("x"), dashed("none", 3, 5), dashed("", 1, 1));

        assertThat(overlay(List.of(one), List.of(one), List.of(other)))
                .singleElement()
                .satisfies(all -> assertThat(all.marks())
                        .extracting(Mark::label)
                        .containsExactly("a, none", "a", "b, none", "b", "c, none", "c"));
    }

    @Test
    @DisplayName("are only those that two models have and that compare something")
    void selection() {
        Figure shared = figure("shared", Axis.of("x"), curve(""));
        Figure alone = figure("alone", Axis.of("x"), curve(""));
        Figure silent = figure("silent", Axis.of("x"));
        Figure map = figure(
                "map",
                Axis.of("x"),
                new Mark.HeatMap("", new double[] {0, 1}, new double[] {0, 1}, new double[][] {{1}}, false));

        assertThat(overlay(List.of(shared, alone, silent, map), List.of(map, silent, shared), List.of()))
                .extracting(Figure::name)
                .containsExactly("shared");
    }

    @Test
    @DisplayName("are apart where their axes differ, and where a model has two of a name")
    void axes() {
        Figure epochs = figure("loss", Axis.of("Epoch"), curve(""));
        Figure rounds = figure("loss", Axis.of("Round"), curve(""));

        assertThat(overlay(List.of(epochs), List.of(rounds))).isEmpty();
        assertThat(overlay(List.of(epochs), List.of(rounds), List.of(epochs), List.of(rounds)))
                .extracting(Figure::name, one -> one.x().title(), one -> one.marks()
                        .get(1)
                        .label())
                .containsExactly(tuple("loss", "Epoch", "c"), tuple("loss-2", "Round", "d"));
        assertThat(overlay(List.of(epochs, epochs), List.of(epochs, epochs)))
                .extracting(Figure::name)
                .containsExactly("loss", "loss-2");
    }

    @Test
    @DisplayName("show the range of all: open where one is open")
    void ends() {
        Axis x = Axis.of("x");

        Figure fixed = overlay(
                        List.of(figure("f", x.between(0, 1), curve(""))),
                        List.of(figure("f", x.between(-1, 0.5), curve(""))))
                .get(0);
        Figure open = overlay(List.of(figure("f", x.between(0, 1), curve(""))), List.of(figure("f", x, curve(""))))
                .get(0);

        assertThat(fixed.x()).isEqualTo(x.between(-1, 1));
        assertThat(open.x()).isEqualTo(x);
    }

    @Test
    @DisplayName("hide nothing: filled histograms become outlines, and equal reference lines one")
    void visible() {
        Mark filled =
                new Mark.Histogram("", HistogramStyle.FILLED, new double[] {0, 1}, new double[] {2}, new double[] {1});
        Mark chance = new Mark.Reference("chance", 0.5, false);
        Figure figure = figure("f", Axis.of("x"), filled, chance);

        List<Mark> marks = overlay(List.of(figure), List.of(figure)).get(0).marks();

        assertThat(marks).extracting(Mark::label).containsExactly("a", "chance", "b");
        assertThat(((Mark.Histogram) marks.get(0)).style()).isEqualTo(HistogramStyle.STEP);
    }

    @Test
    @DisplayName("put what has a name where that name is, not where it was")
    void categories() {
        Figure one = importance(List.of("pt", "mass"), 1, 2);
        Figure other = importance(List.of("mass", "eta", "pt"), 20, 30, 10);

        Figure overlay = overlay(List.of(one), List.of(other)).get(0);

        assertThat(overlay.yLabels()).containsExactly("pt", "mass", "eta");
        assertThat(overlay.y()).isEqualTo(Axis.of("").between(0, 3));
        Mark.Points first = (Mark.Points) overlay.marks().get(0);
        Mark.Points second = (Mark.Points) overlay.marks().get(1);
        assertThat(first.y()).containsExactly(new double[] {0.65, 1.65}, EXACT);
        assertThat(second.x()).containsExactly(20, 30, 10);
        assertThat(second.y()).containsExactly(new double[] {1.35, 2.35, 0.35}, EXACT);
        assertThat(second.low()).containsExactly(new double[] {1.35, 2.35, 0.35}, EXACT);
    }

    private static Figure importance(List<String> names, double... values) {
        double[] y = new double[values.length];
        Arrays.setAll(y, i -> i + 0.5);
        Mark points = new Mark.Points("", values, values, values, y, y, y);
        return Figure.of("importance", "", "", Axis.of("Loss"), Axis.of("").between(0, values.length), List.of())
                .withLabels(List.of(), names)
                .comparing(List.of(points));
    }

    @Test
    @DisplayName("rearrange histograms over names; a model without a name has nothing there")
    void histograms() {
        Figure one = counts(List.of("barrel", "endcap"), 1, 2);
        Figure other = counts(List.of("endcap", "forward"), 20, 30);

        Figure overlay = overlay(List.of(one), List.of(other)).get(0);

        assertThat(overlay.xLabels()).containsExactly("barrel", "endcap", "forward");
        assertThat(((Mark.Histogram) overlay.marks().get(0)).values()).containsExactly(1, 2, Double.NaN);
        assertThat(((Mark.Histogram) overlay.marks().get(1)).values()).containsExactly(Double.NaN, 20, 30);
        assertThat(((Mark.Histogram) overlay.marks().get(1)).edges()).containsExactly(0, 1, 2, 3);
    }

    private static Figure counts(List<String> names, double... values) {
        Mark bins = new Mark.Histogram("", HistogramStyle.STEP, new double[] {0, 1, 2}, values, new double[2]);
        return figure("counts", Axis.of(""), bins).withLabels(names, List.of());
    }
}

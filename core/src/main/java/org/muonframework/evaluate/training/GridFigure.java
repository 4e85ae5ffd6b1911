package org.muonframework.evaluate.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.train.Search;

/**
 * The losses of the points of a grid: against the setting that varies, as a map of two, or against the number of the
 * point where more vary.
 *
 * @param name name of the figure
 * @param search what was tried
 */
record GridFigure(String name, Search search) {

    private static final double THOUSANDTHS = 1000;

    Figure figure() {
        List<Integer> varying = IntStream.range(0, search.keys().size())
                .filter(key -> values(key).size() > 1)
                .boxed()
                .toList();
        if (varying.size() == 2) {
            return map(varying.get(0), varying.get(1));
        }
        return varying.size() == 1
                ? points(search.keys().get(varying.get(0)), values(varying.get(0)))
                : points(
                        "point",
                        IntStream.rangeClosed(1, search.points().size())
                                .mapToObj(String::valueOf)
                                .toList());
    }

    /** The values of a setting in the order in which they were given. */
    private List<String> values(int key) {
        return search.points().stream()
                .map(point -> point.values().get(key))
                .distinct()
                .toList();
    }

    /** Above the best, since the losses themselves differ by little. */
    private Figure map(int x, int y) {
        List<String> across = values(x);
        List<String> up = values(y);
        double[][] losses = new double[across.size()][up.size()];
        for (Search.Point point : search.points()) {
            losses[across.indexOf(point.values().get(x))][
                    up.indexOf(point.values().get(y))] = THOUSANDTHS * (point.loss() - best().loss());
        }
        return Figure.of(
                        name,
                        title(),
                        caption() + " Written is how much the loss is above the best, in thousandths.",
                        Axis.of(search.keys().get(x)),
                        Axis.of(search.keys().get(y)),
                        List.of(new Mark.HeatMap(
                                "loss above the best [10^{-3}]", edges(across.size()), edges(up.size()), losses, true)))
                .withLabels(across, up);
    }

    private Figure points(String axis, List<String> labels) {
        int count = search.points().size();
        double[] x = IntStream.range(0, count).mapToDouble(point -> point + 0.5).toArray();
        double[] loss = of(Search.Point::loss);
        double[] low = of(point -> point.loss() - point.error());
        double[] high = of(point -> point.loss() + point.error());
        return Figure.of(
                        name,
                        title(),
                        caption(),
                        Axis.of(axis).between(0, count),
                        Axis.of("Validation loss"),
                        List.of(
                                new Mark.Reference("best", search.best() + 0.5, true),
                                new Mark.Points("mean over the folds", x, x, x, loss, low, high)))
                .withLabels(labels, List.of());
    }

    private double[] of(ToDoubleFunction<Search.Point> value) {
        return search.points().stream().mapToDouble(value).toArray();
    }

    private static double[] edges(int bins) {
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, edge -> edge);
        return edges;
    }

    private String title() {
        return "Grid search" + (search.region().isEmpty() ? "" : ", " + search.region());
    }

    private String caption() {
        return "Validation loss of each combination of " + String.join(", ", search.keys()) + ", mean over "
                + search.folds() + " folds of the training rows. The best is "
                + String.join(", ", best().values()) + ".";
    }

    private Search.Point best() {
        return search.points().get(search.best());
    }
}

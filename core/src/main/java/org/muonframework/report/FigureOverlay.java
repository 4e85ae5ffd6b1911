package org.muonframework.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;

/** Lays what is compared of the figures of several models over each other, on the same axes. */
public final class FigureOverlay {

    private static final int MOST_MARKS = 8;

    private FigureOverlay() {}

    /**
     * What belongs on the same axes.
     *
     * @param name name of the figures
     * @param number which of a model's figures of this name: two metrics of a kind draw two
     * @param x title and unit of the horizontal axis
     * @param y title and unit of the vertical axis
     */
    private record Key(String name, int number, String x, String y) {}

    /** A figure, the name of the model that it is of, and what it shows of no model. */
    private record Layer(String model, Figure figure, CommonMarks common) {

        /** What can be seen when it lies over others: maps of colours cannot. */
        List<Mark> marks() {
            return figure.compared().stream()
                    .filter(mark -> !(mark instanceof Mark.HeatMap))
                    .toList();
        }

        /** The marks that are of this model. */
        List<Mark> own() {
            return marks().stream().filter(mark -> !common.has(mark)).toList();
        }

        /** The same with those of no model and those of one label, which moves to the title; empty if it has none. */
        Optional<Layer> only(String label) {
            List<Mark> some = own().stream()
                    .filter(mark -> mark.label().equals(label))
                    .map(mark -> relabelled(mark, ""))
                    .toList();
            List<Mark> all = Stream.concat(marks().stream().filter(common::has), some.stream())
                    .toList();
            String part = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            Figure titled = label.isEmpty()
                    ? figure
                    : figure.named(figure.name() + "-" + part).titled(figure.title() + ", " + label);
            return some.isEmpty() ? Optional.empty() : Optional.of(new Layer(model, titled.comparing(all), common));
        }
    }

    /**
     * One figure for each that at least two models have, with the same name and the same axes; figures that compare
     * nothing are left out.
     *
     * <p>Each mark is labelled by its model; filled histograms become outlines. Equal reference lines are drawn once,
     * and so is a dashed curve whose label and points are the same in all: it is what models are held against, and of
     * none of them. Names along an axis are those of all models, and every mark goes where its name is.
     *
     * @param figures the figures of each model, by the name that it is to have in the legend
     * @return figures without {@link Figure#compared()}, named like the originals; a name that occurs again, because
     *     axes differ or a model has several, gets a number
     */
    public static List<Figure> of(Map<String, List<Figure>> figures) {
        return laid(figures, Optional.empty());
    }

    /** Whether two figures have the same name and axes, so that what they compare can be laid over each other. */
    public static boolean belongTogether(Figure one, Figure other) {
        return one.name().equals(other.name())
                && one.x().text().equals(other.x().text())
                && one.y().text().equals(other.y().text());
    }

    /**
     * The same with a figure for each label, such as a class, and a panel below in which what belongs to others is
     * divided by what belongs to one of them, as far as that can be done: where bins are the same, and along curves.
     *
     * @param first the name of the one
     */
    public static List<Figure> withRatioTo(String first, Map<String, List<Figure>> figures) {
        return laid(figures, Optional.of(first));
    }

    private static List<Figure> laid(Map<String, List<Figure>> figures, Optional<String> first) {
        Map<Key, Map<String, Figure>> stacks = new LinkedHashMap<>();
        figures.forEach((model, own) -> {
            Map<String, Integer> seen = new HashMap<>();
            for (Figure figure : own) {
                int number = seen.merge(figure.name(), 1, Integer::sum);
                Key key = new Key(
                        figure.name(), number, figure.x().text(), figure.y().text());
                stacks.computeIfAbsent(key, none -> new LinkedHashMap<>()).put(model, figure);
            }
        });
        Map<String, Integer> named = new HashMap<>();
        return stacks.values().stream()
                .map(FigureOverlay::layers)
                .flatMap(layers -> first.isPresent() ? apart(layers) : readable(layers))
                .filter(layers -> layers.size() > 1)
                .map(layers -> laid(layers, first))
                .map(figure -> numbered(figure, named.merge(figure.name(), 1, Integer::sum)))
                .toList();
    }

    private static List<Layer> layers(Map<String, Figure> stack) {
        CommonMarks common = CommonMarks.of(List.copyOf(stack.values()));
        return stack.entrySet().stream()
                .map(entry -> new Layer(entry.getKey(), entry.getValue(), common))
                .filter(layer -> !layer.marks().isEmpty())
                .toList();
    }

    private static Figure numbered(Figure figure, int number) {
        return number == 1 ? figure : figure.named(figure.name() + "-" + number);
    }

    /** More marks than can be told apart become a figure for each label. */
    private static Stream<List<Layer>> readable(List<Layer> layers) {
        int marks = layers.stream().mapToInt(layer -> layer.own().size()).sum();
        return marks <= MOST_MARKS ? Stream.of(layers) : apart(layers);
    }

    /** A figure for each label: the signal of all models, then the background. */
    private static Stream<List<Layer>> apart(List<Layer> layers) {
        List<String> labels = layers.stream()
                .flatMap(layer -> layer.own().stream())
                .map(Mark::label)
                .distinct()
                .toList();
        return labels.size() < 2
                ? Stream.of(layers)
                : labels.stream().map(label -> layers.stream()
                        .flatMap(layer -> layer.only(label).stream())
                        .toList());
    }

    private static Figure laid(List<Layer> layers, Optional<String> ratioTo) {
        Figure first = layers.get(0).figure();
        Categories alongX = Categories.of(
                layers.stream().map(layer -> layer.figure().xLabels()).toList());
        Categories alongY = Categories.of(
                layers.stream().map(layer -> layer.figure().yLabels()).toList());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            for (Mark mark : layer.marks()) {
                if (!layer.common().has(mark)) {
                    marks.add(relabelled(alongY.alongY(alongX.alongX(mark, i), i), named(mark, layer.model())));
                } else if (!CommonMarks.drawn(marks, mark)) {
                    marks.add(mark);
                }
            }
        }
        String models = layers.stream().map(Layer::model).collect(Collectors.joining(", "));
        Optional<Figure.Ratio> ratio = ratioTo.flatMap(name -> ratio(name, layers));
        String below = ratio.map(panel -> " Below: the others divided by " + ratioTo.get() + ".")
                .orElse("");
        Figure figure = Figure.of(
                        first.name(),
                        first.title(),
                        first.title() + " of " + models + " on the same axes." + below,
                        alongX.room(axis(layers, Figure::x)),
                        alongY.room(axis(layers, Figure::y)),
                        marks)
                .withLabels(alongX.names(), alongY.names());
        return ratio.map(figure::withRatio).orElse(figure);
    }

    /** Each mark of the others divided by that of the first with the same label; not where bins have names. */
    private static Optional<Figure.Ratio> ratio(String name, List<Layer> layers) {
        Layer first = layers.get(0);
        boolean named = layers.stream()
                .map(Layer::figure)
                .anyMatch(figure ->
                        !figure.xLabels().isEmpty() || !figure.yLabels().isEmpty());
        if (named || !first.model().equals(name)) {
            return Optional.empty();
        }
        List<RatioPanel.Pair> pairs = layers.stream()
                .skip(1)
                .flatMap(layer -> layer.own().stream().flatMap(mark -> first.own().stream()
                        .filter(other -> other.label().equals(mark.label()))
                        .map(other -> new RatioPanel.Pair(relabelled(mark, named(mark, layer.model())), other))))
                .toList();
        return RatioPanel.of(name, pairs);
    }

    /** From the lowest lower end to the highest upper end; open where one is. Logarithmic where all are. */
    private static Axis axis(List<Layer> layers, Function<Figure, Axis> which) {
        List<Axis> axes = layers.stream().map(Layer::figure).map(which).toList();
        return new Axis(
                axes.get(0).title(),
                axes.get(0).unit(),
                axes.stream().allMatch(Axis::logarithmic),
                end(axes.stream().map(Axis::min).toList(), Math::min),
                end(axes.stream().map(Axis::max).toList(), Math::max));
    }

    private static OptionalDouble end(List<OptionalDouble> ends, BinaryOperator<Double> outer) {
        return ends.stream().allMatch(OptionalDouble::isPresent)
                ? OptionalDouble.of(ends.stream()
                        .map(OptionalDouble::getAsDouble)
                        .reduce(outer)
                        .orElseThrow())
                : OptionalDouble.empty();
    }

    /** The label behind the model's name. */
    private static String named(Mark mark, String model) {
        return mark.label().isEmpty() ? model : model + ", " + mark.label();
    }

    private static Mark relabelled(Mark mark, String label) {
        if (mark instanceof Mark.Histogram histogram) {
            Mark.HistogramStyle style =
                    histogram.style() == Mark.HistogramStyle.FILLED ? Mark.HistogramStyle.STEP : histogram.style();
            return new Mark.Histogram(label, style, histogram.edges(), histogram.values(), histogram.errors());
        }
        if (mark instanceof Mark.Curve curve) {
            return new Mark.Curve(label, curve.x(), curve.y(), curve.low(), curve.high(), curve.dashed());
        }
        if (mark instanceof Mark.Points points) {
            return new Mark.Points(
                    label, points.x(), points.xLow(), points.xHigh(), points.y(), points.low(), points.high());
        }
        return mark;
    }
}

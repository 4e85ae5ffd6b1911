package org.muonframework.data.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

@Label("Any expression over lists gives what a plain row-by-row calculation gives")
class RandomListExpressionTest {

    private static final int ROWS = 2500;

    /** An event: two lists of the same length and one number. */
    record Event(double[] x, double[] y, double met) {}

    /** An expression that gives lists as long as x, and the same in plain Java. */
    record Lists(String text, Function<Event, double[]> value) {}

    /** An expression that gives one value, and the same in plain Java. */
    record Value(String text, ToDoubleFunction<Event> value) {}

    @Property(tries = 100)
    void values(@ForAll("reduced") Value formula, @ForAll long seed) {
        Event[] events = events(seed);
        ColumnsDataset data = data(events);

        double[] values = Expression.parse(formula.text(), data.schema()).evaluate(data.batch());

        assertThat(values)
                .as(formula.text())
                .isEqualTo(Arrays.stream(events).mapToDouble(formula.value()).toArray());
    }

    @Property(tries = 100)
    void lists(@ForAll("filtered") Lists formula, @ForAll long seed) {
        Event[] events = events(seed);
        ColumnsDataset data = data(events);

        Column.Jagged lists =
                Expression.parseColumn(formula.text(), data.schema()).evaluateLists(data.batch());

        double[][] expected = Arrays.stream(events).map(formula.value()).toArray(double[][]::new);
        assertThat(((Column.Doubles) lists.values()).values())
                .as(formula.text())
                .isEqualTo(
                        Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray());
        assertThat(lists.offsets()).as(formula.text()).isEqualTo(offsets(expected));
    }

    private static Event[] events(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Event[] events = new Event[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int length = random.nextInt(4) == 0 ? 0 : random.nextInt(6);
            events[row] = new Event(numbers(random, length), numbers(random, length), random.nextDouble(-3, 3));
        }
        return events;
    }

    private static double[] numbers(SplittableRandom random, int count) {
        return random.doubles(count, -3, 3)
                .map(value -> Math.abs(value) < 0.1 ? Double.NaN : Math.abs(value) < 0.4 ? 1 : value)
                .toArray();
    }

    private static ColumnsDataset data(Event[] events) {
        int[] offsets = offsets(Arrays.stream(events).map(Event::x).toArray(double[][]::new));
        double[] x = Arrays.stream(events)
                .flatMapToDouble(event -> Arrays.stream(event.x()))
                .toArray();
        double[] y = Arrays.stream(events)
                .flatMapToDouble(event -> Arrays.stream(event.y()))
                .toArray();
        return new ColumnsDataset()
                .with("x", new Column.Jagged(offsets, new Column.Doubles(x)), ColumnType.DOUBLE)
                .with("y", new Column.Jagged(offsets.clone(), new Column.Doubles(y)), ColumnType.DOUBLE)
                .with("met", Arrays.stream(events).mapToDouble(Event::met).toArray());
    }

    private static int[] offsets(double[][] lists) {
        int[] offsets = new int[lists.length + 1];
        for (int row = 0; row < lists.length; row++) {
            offsets[row + 1] = offsets[row] + lists[row].length;
        }
        return offsets;
    }

    @Provide
    Arbitrary<Lists> filtered() {
        return Combinators.combine(elementwise(3), elementwise(1), Arbitraries.of(true, false))
                .as((list, other, filter) -> filter
                        ? new Lists(
                                "(" + list.text() + ")[" + other.text() + " < 1]",
                                event -> chosen(
                                        list.value().apply(event), other.value().apply(event)))
                        : list);
    }

    private static double[] chosen(double[] values, double[] below) {
        double[] chosen = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (below[i] < 1) {
                chosen[count++] = values[i];
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    @Provide
    Arbitrary<Value> reduced() {
        return Combinators.combine(filtered(), Arbitraries.integers().between(-3, 3))
                .flatAs((list, n) -> Arbitraries.of(
                        value("length", list, elements -> elements.length),
                        value("sum", list, elements -> plainSum(elements)),
                        value("mean", list, elements -> plainSum(elements) / elements.length),
                        value("max", list, elements -> Arrays.stream(elements)
                                .max()
                                .orElse(Double.NaN)),
                        value("min", list, elements -> Arrays.stream(elements)
                                .min()
                                .orElse(Double.NaN)),
                        new Value("count(" + list.text() + " > 0)", event -> Arrays.stream(
                                        list.value().apply(event))
                                .filter(element -> element > 0)
                                .count()),
                        new Value(
                                "any(" + list.text() + " > met)",
                                event -> Arrays.stream(list.value().apply(event))
                                                .anyMatch(element -> element > event.met())
                                        ? 1
                                        : 0),
                        new Value(
                                "all(" + list.text() + " > met)",
                                event -> Arrays.stream(list.value().apply(event))
                                                .allMatch(element -> element > event.met())
                                        ? 1
                                        : 0),
                        new Value(
                                "(" + list.text() + ")[" + n + "]",
                                event -> element(list.value().apply(event), n)),
                        new Value("leading(y, x, " + n + ")", event -> leading(event.y(), event.x(), n))));
    }

    private static Value value(String function, Lists list, ToDoubleFunction<double[]> reduction) {
        return new Value(
                function + "(" + list.text() + ")",
                event -> reduction.applyAsDouble(list.value().apply(event)));
    }

    private static double plainSum(double[] elements) {
        double sum = 0;
        for (double element : elements) {
            sum += element;
        }
        return sum;
    }

    private static double element(double[] elements, int index) {
        int place = index < 0 ? elements.length + index : index;
        return place >= 0 && place < elements.length ? elements[place] : Double.NaN;
    }

    private static double leading(double[] values, double[] by, int n) {
        Integer[] order = new Integer[by.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(by[j], by[i]));
        Integer[] numbers =
                Arrays.stream(order).filter(i -> !Double.isNaN(by[i])).toArray(Integer[]::new);
        return n >= 0 && n < numbers.length ? values[numbers[n]] : Double.NaN;
    }

    private static Arbitrary<Lists> elementwise(int depth) {
        Arbitrary<Lists> column =
                Arbitraries.of(new Lists("x", event -> event.x().clone()), new Lists("y", event -> event.y()
                        .clone()));
        if (depth == 0) {
            return column;
        }
        Arbitrary<Lists> inner = Arbitraries.lazy(() -> elementwise(depth - 1));
        return Arbitraries.oneOf(
                column,
                Combinators.combine(inner, inner)
                        .as((one, other) -> new Lists("(" + one.text() + " - " + other.text() + ")", event -> {
                            double[] values = one.value().apply(event);
                            double[] subtracted = other.value().apply(event);
                            Arrays.setAll(values, i -> values[i] - subtracted[i]);
                            return values;
                        })),
                inner.map(list -> new Lists("(met * " + list.text() + ")", event -> {
                    double[] values = list.value().apply(event);
                    Arrays.setAll(values, i -> event.met() * values[i]);
                    return values;
                })),
                inner.map(list -> new Lists("(" + list.text() + " > met ? " + list.text() + " : 2)", event -> {
                    double[] values = list.value().apply(event);
                    Arrays.setAll(values, i -> values[i] > event.met() ? values[i] : 2);
                    return values;
                })),
                inner.map(list -> new Lists("sqrt(" + list.text() + ")", event -> {
                    double[] values = list.value().apply(event);
                    Arrays.setAll(values, i -> Math.sqrt(values[i]));
                    return values;
                })));
    }
}

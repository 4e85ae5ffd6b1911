package org.muonframework.data.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muonframework.data.ColumnsDataset;

@Label("Any expression gives what a plain row-by-row calculation gives")
class RandomExpressionTest {

    private static final int ROWS = 1500;
    private static final List<String> COLUMNS = List.of("a", "b", "c");

    /** A formula as text with as few parentheses as it needs, and the same as a plain function of one row. */
    record Formula(String text, int precedence, ToDoubleFunction<double[]> value) {

        String within(int needed) {
            return precedence < needed ? "(" + text + ")" : text;
        }
    }

    @Property(tries = 300)
    void agreesWithPlainCalculation(@ForAll("numbers") Formula formula) {
        ColumnsDataset data = new ColumnsDataset();
        double[][] columns = new double[COLUMNS.size()][ROWS];
        SplittableRandom random = new SplittableRandom(7);
        for (int c = 0; c < columns.length; c++) {
            for (int row = 0; row < ROWS; row++) {
                columns[c][row] = row % 97 == c ? Double.NaN : random.nextInt(5) == 0 ? 1 : random.nextDouble(-3, 3);
            }
            data.with(COLUMNS.get(c), columns[c]);
        }

        double[] values = Expression.parse(formula.text(), data.schema()).evaluate(data.batch());

        for (int row = 0; row < ROWS; row++) {
            Double expected =
                    formula.value().applyAsDouble(new double[] {columns[0][row], columns[1][row], columns[2][row]});
            assertThat(values[row]).as("%s in row %d", formula.text(), row).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<Formula> numbers() {
        return numbers(4);
    }

    private static Arbitrary<Formula> numbers(int depth) {
        Arbitrary<Formula> column = Arbitraries.integers()
                .between(0, COLUMNS.size() - 1)
                .map(c -> new Formula(COLUMNS.get(c), 9, row -> row[c]));
        Arbitrary<Formula> constant = Arbitraries.of(0.5, 1.0, 2.0, 3.0, 1e-3)
                .map(value -> new Formula(Double.toString(value), 9, row -> value));
        if (depth == 0) {
            return Arbitraries.oneOf(column, constant);
        }
        Arbitrary<Formula> inner = Arbitraries.lazy(() -> numbers(depth - 1));
        return Arbitraries.oneOf(
                column,
                operator(inner, " + ", 5, (x, y) -> x + y),
                operator(inner, " - ", 5, (x, y) -> x - y),
                operator(inner, " * ", 6, (x, y) -> x * y),
                operator(inner, " / ", 6, (x, y) -> x / y),
                operator(inner, " % ", 6, (x, y) -> x % y),
                power(inner),
                inner.map(
                        x -> new Formula("-" + x.within(7), 7, row -> -x.value().applyAsDouble(row))),
                function(inner, "abs", Math::abs),
                function(inner, "sqrt", Math::sqrt),
                function(inner, "sin", Math::sin),
                function(inner, "exp", Math::exp),
                pair(inner, "min", Math::min),
                pair(inner, "max", Math::max),
                Combinators.combine(conditions(depth - 1), inner, inner)
                        .as((condition, yes, no) -> new Formula(
                                condition.within(1) + " ? " + yes.text() + " : " + no.text(),
                                0,
                                row -> condition.value().applyAsDouble(row) != 0
                                        ? yes.value().applyAsDouble(row)
                                        : no.value().applyAsDouble(row))));
    }

    private static Arbitrary<Formula> conditions(int depth) {
        Arbitrary<Formula> sides = Arbitraries.lazy(() -> numbers(Math.max(depth - 1, 0)));
        Arbitrary<Formula> comparison = Arbitraries.oneOf(
                comparison(sides, " < ", (x, y) -> x < y ? 1 : 0),
                comparison(sides, " >= ", (x, y) -> x >= y ? 1 : 0),
                comparison(sides, " == ", (x, y) -> x == y ? 1 : 0),
                comparison(sides, " != ", (x, y) -> x != y ? 1 : 0));
        if (depth <= 0) {
            return comparison;
        }
        Arbitrary<Formula> inner = Arbitraries.lazy(() -> conditions(depth - 1));
        return Arbitraries.oneOf(
                comparison,
                operator(inner, " && ", 2, (x, y) -> x != 0 && y != 0 ? 1 : 0),
                operator(inner, " || ", 1, (x, y) -> x != 0 || y != 0 ? 1 : 0),
                inner.map(x ->
                        new Formula("!" + x.within(7), 7, row -> 1 - x.value().applyAsDouble(row))));
    }

    private static Arbitrary<Formula> operator(
            Arbitrary<Formula> sides, String symbol, int precedence, DoubleBinaryOperator operation) {
        return combine(
                sides, operation, (x, y) -> x.within(precedence) + symbol + y.within(precedence + 1), precedence);
    }

    private static Arbitrary<Formula> comparison(
            Arbitrary<Formula> sides, String symbol, DoubleBinaryOperator operation) {
        return combine(sides, operation, (x, y) -> x.within(4) + symbol + y.within(4), 3);
    }

    private static Arbitrary<Formula> pair(Arbitrary<Formula> sides, String name, DoubleBinaryOperator operation) {
        return combine(sides, operation, (x, y) -> name + "(" + x.text() + ", " + y.text() + ")", 9);
    }

    private static Arbitrary<Formula> function(Arbitrary<Formula> inner, String name, DoubleUnaryOperator operation) {
        return inner.map(x -> new Formula(
                name + "(" + x.text() + ")",
                9,
                row -> operation.applyAsDouble(x.value().applyAsDouble(row))));
    }

    /** The third power: the second is computed as a product, which may differ in the last digit. */
    private static Arbitrary<Formula> power(Arbitrary<Formula> inner) {
        return inner.map(x ->
                new Formula(x.within(9) + "^3", 8, row -> Math.pow(x.value().applyAsDouble(row), 3)));
    }

    private interface Writer {
        String write(Formula x, Formula y);
    }

    private static Arbitrary<Formula> combine(
            Arbitrary<Formula> sides, DoubleBinaryOperator operation, Writer writer, int precedence) {
        return Combinators.combine(sides, sides)
                .as((x, y) -> new Formula(
                        writer.write(x, y),
                        precedence,
                        row -> operation.applyAsDouble(
                                x.value().applyAsDouble(row), y.value().applyAsDouble(row))));
    }
}

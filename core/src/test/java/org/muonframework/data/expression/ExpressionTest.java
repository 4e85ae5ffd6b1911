package org.muonframework.data.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnType;

@DisplayName("An expression")
class ExpressionTest {

    private static final long EVENT = 9_007_199_254_740_993L; // 2⁵³ + 1, not a double

    private static final ColumnsDataset DATA = new ColumnsDataset()
            .with("pt1", 45)
            .with("pt2", 40)
            .with("jet.pt", 80)
            .with("px 1", -3)
            .with("nothing", Double.NaN)
            .with("charge", ColumnRole.FEATURE, new Column.Ints(new int[] {-1}), ColumnType.INT)
            .with("single", ColumnRole.FEATURE, new Column.Floats(new float[] {1.5f}), ColumnType.FLOAT)
            .with("tight", ColumnRole.FEATURE, new Column.Booleans(new boolean[] {true}), ColumnType.BOOLEAN)
            .with("event", ColumnRole.KEY, new long[] {EVENT})
            .with("next", ColumnRole.KEY, new long[] {EVENT - 1})
            .with("type", ColumnRole.FEATURE, "G")
            .with(
                    "hits",
                    ColumnRole.FEATURE,
                    new Column.Jagged(new int[] {0, 2}, new Column.Doubles(new double[] {1, 2})),
                    ColumnType.DOUBLE);

    private static double value(String text) {
        return Expression.parse(text, DATA.schema()).evaluate(DATA.batch())[0];
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("follows the usual precedence")
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3 ; 7",
                "(1 + 2) * 3 ; 9",
                "10 - 4 - 3 ; 3",
                "24 / 4 / 3 ; 2",
                "2 ^ 3 ^ 2 ; 512",
                "-2 ^ 2 ; -4",
                "(-2) ^ 2 ; 4",
                "2 ^ -1 ; 0.5",
                "-7 % 4 ; -3",
                "--3 ; 3",
                "1.5e1 + .5 + 1. ; 16.5",
                "1 < 2 && 3 >= 3 || false ; 1",
                "true || true && false ; 1",
                "!(1 < 2) ; 0",
                "!tight || pt1 > 40 ; 1",
                "1 == 2 ? 3 : 2 == 2 ? 4 : 5 ; 4",
                "pt1 > 44 ? pt1 : pt2 ; 45",
                "2 * (pt1 > 44) + tight ; 3",
                "jet.pt - `px 1` ; 83",
                "charge * single ; -1.5",
                "min(pt1, pt2, 7) + max(1, 2) ; 9",
                "abs(charge) + floor(1.7) + ceil(1.2) + sqrt(16) ; 8",
                "round(2.5) - round(-2.5) + round(0.49999999999999994) ; 6",
                "nothing == nothing ; 0",
                "nothing != nothing ; 1",
                "nothing < 1 || nothing > 1 ; 0",
                "isNaN(nothing) && !isNaN(pt1) ; 1",
                "pow(2, 10) - 2 ^ 10 ; 0",
            })
    void precedence(String text, double expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("knows the functions of mathematics")
    @CsvSource(
            delimiter = ';',
            value = {
                "cos(pi) + sin(pi / 2) + tan(pi / 4) ; 1",
                "asin(1) + acos(0) + 2 * atan(1) ; 4.71238898038469",
                "atan2(-1, -1) ; -2.356194490192345",
                "exp(1) * log(10) * log10(100) ; 12.518155",
                "sinh(1) ; 1.1752011936438014",
                "sinh(0.3) ; 0.3045202934471426",
                "sinh(-1e-9) * 1e9 ; -1",
                "cosh(-2) ; 3.7621956910836314",
                "tanh(0.5) ; 0.46211715726000973",
                "asinh(sinh(3)) + asinh(-1e-9) * 1e9 ; 2",
                "log(cosh(710)) ; 709.3068528194401",
                "hypot(3, 4) + hypot(3e200, 4e200) / 1e200 ; 10",
            })
    void mathematics(String text, double expected) {
        assertThat(value(text)).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("says what is wrong, where, and what was meant")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "2*ptt + 1 | unknown column 'ptt' at position 3. Did you mean 'pt1' or 'pt2'?",
                "tihgt | unknown column 'tihgt' at position 1. Did you mean 'tight'?",
                "delatPhi(1, 2) | unknown function 'delatPhi' at position 1. Did you mean 'deltaPhi'?",
                "hypot(1) | hypot takes 2 arguments, not 1 at position 1",
                "max(1) | max needs a list, '1' is one value in every row at position 1",
                "max() | max takes 2 or more arguments, or one list, not 0 at position 1",
                "abs() | abs takes 1 argument, not 0 at position 1",
                "1 + type | '+' needs numbers, 'type' is text at position 5",
                "sqrt(type) | sqrt needs numbers, 'type' is text at position 6",
                "type == 1 | 'type' is text and '1' is a number: they cannot be compared at position 6",
                "type < 'H' | text can be compared with == and != only, not with '<' at position 6",
                "pt1 && tight | '&&' needs true or false, 'pt1' is a number at position 1. Compare it, as in: pt1 != 0",
                "!pt1 > 3 | '!' needs true or false, 'pt1' is a number at position 2. Compare it, as in: pt1 != 0",
                "tight < 1 | '<' needs numbers, 'tight' is true or false at position 1",
                "1 < pt1 < 5 | comparisons cannot be chained at position 9. Write a < b && b < c, or use parentheses",
                "(1 + 2 | the '(' at position 1 is not closed: expected ')' but found the end at position 7",
                "1 + 2) | ')' without '(' at position 6",
                "1 + | expected a value but found the end at position 4",
                "pt1 pt2 | expected an operator before 'pt2' at position 5",
                "pt1 = 3 | '=' has no meaning at position 5. Write '=='",
                "pt1 ** 2 | '**' has no meaning at position 5. Write '^'",
                "tight & tight | '&' has no meaning at position 7. Write '&&'",
                "pt1(3) | 'pt1' is a column, not a function at position 1. An operator is missing before the parenthesis",
                "abs + 1 | 'abs' is a function at position 1. Write abs(x)",
                "(1 + 2] | the '(' at position 1 is not closed: expected ')' but found ']' at position 7",
                "1 + 2] | ']' without '[' at position 6",
                "type == 'G | this text does not end at position 9. A closing ' is missing",
                "tight ? 1 | '? :' needs a second value: expected ':' but found the end at position 10",
            })
    void errors(String text, String message) {
        assertThatThrownBy(() -> value(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @Test
    @DisplayName("refuses empty, endless and bottomless text with a message, not with a crash")
    void extremes() {
        assertThatThrownBy(() -> value("  ")).hasMessage("the expression is empty at position 1");
        assertThatThrownBy(() -> value("1+".repeat(6000) + "1")).hasMessageContaining("longer than 10000 characters");
        assertThatThrownBy(() -> value("(".repeat(4000) + "1")).hasMessageContaining("more than 100 levels of nesting");
        assertThatThrownBy(() -> value("-".repeat(4000) + "1")).hasMessageContaining("more than 100 levels of nesting");
        assertThatThrownBy(() -> value("1^".repeat(4000) + "1")).hasMessageContaining("more than 100 levels");
        assertThatThrownBy(() -> value("pt1 # 2"))
                .isInstanceOfSatisfying(ExpressionException.class, failure -> assertThat(failure.position())
                        .isEqualTo(5));
        assertThat(value("pt1" + "+pt1".repeat(2400))).isEqualTo(45 * 2401);
    }

    @Test
    @DisplayName("compares 64-bit integers with all their digits")
    void integers() {
        assertThat(value("event == 9007199254740993")).isOne();
        assertThat(value("event == 9007199254740992")).isZero();
        assertThat(value("event > next")).isOne();
        assertThat(value("-9007199254740993 < -event")).isZero();
        assertThat(value("event > 3.5 && charge == -1 && event > charge")).isOne();
    }

    @Test
    @DisplayName("compares text for equality")
    void text() {
        assertThat(value("type == \"G\" && type != 'T' && 'a' == 'a'")).isOne();
        assertThat(Expression.parse("type", DATA.schema()).type()).isEqualTo(Type.TEXT);
    }

    @Test
    @DisplayName("tells its type, its columns and its conditions without reading data")
    void describesItself() {
        Expression selection = Expression.parse("pt1 > 4 && (tight || pt2 > 2 && pt1 < 9)", DATA.schema());

        assertThat(selection.type()).isEqualTo(Type.BOOLEAN);
        assertThat(selection.columns()).containsExactly("pt1", "pt2", "tight");
        assertThat(selection.conjuncts())
                .extracting(Expression::text)
                .containsExactly("pt1 > 4", "(tight || pt2 > 2 && pt1 < 9)");
        assertThat(Expression.parse("tight ? 1 : false", DATA.schema()).type()).isEqualTo(Type.NUMBER);
        assertThat(Expression.parse(" `px 1`", DATA.schema()).bareColumn()).contains("px 1");
        assertThat(Expression.parse("-pt1", DATA.schema()).bareColumn()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("gives the same for any number of rows: blocks leave no seams")
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 5000})
    void blocks(int rows) {
        double[] x = new double[rows];
        Arrays.setAll(x, row -> row);
        ColumnsDataset data = new ColumnsDataset().with("x", x);

        double[] values = Expression.parse("x * (x - 1) + max(x, 2, 2 * x)", data.schema())
                .evaluate(data.batch());

        assertThat(values).hasSize(rows);
        for (int row = 0; row < rows; row++) {
            assertThat(values[row]).isEqualTo(x[row] * (x[row] - 1) + Math.max(2, 2 * x[row]));
        }
        assertThat(data.batch().column("x")).isEqualTo(new Column.Doubles(x));
    }

    @Test
    @DisplayName("may be evaluated by several threads at once")
    void threads() throws Exception {
        double[] x = new double[20_000];
        Arrays.setAll(x, row -> 0.001 * row);
        ColumnsDataset data = new ColumnsDataset().with("x", x);
        Expression expression = Expression.parse("sin(x) * exp(-x) + hypot(x, 1) * (x > 3)", data.schema());
        Batch batch = data.batch();
        double[] expected = expression.evaluate(batch);

        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<double[]>> tasks = Collections.nCopies(16, () -> expression.evaluate(batch));
            for (var result : pool.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    @DisplayName("has a reference of all its functions and constants")
    void reference() {
        assertThat(Expression.functions().stream().map(FunctionDoc::name).collect(Collectors.toSet()))
                .contains("abs", "deltaPhi", "deltaR", "mass", "massPtEtaPhiM", "isNaN", "asinh")
                .contains("length", "count", "leading", "leadingPairMass")
                .hasSize(40);
        assertThat(Expression.functions()).allSatisfy(function -> {
            assertThat(function.signature()).startsWith(function.name() + "(");
            assertThat(function.description()).endsWith(".");
        });
        assertThat(Expression.constants()).extracting(FunctionDoc::name).containsExactly("pi", "true", "false");
    }
}

package org.muonframework.data.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.physics.Constants;
import org.muonframework.physics.Kinematics;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

@DisplayName("An expression over lists")
class ListExpressionTest {

    /** Four events: with three muons, with none, with one, and with two whose first has no pt. */
    private static final int[] MUONS = {0, 3, 3, 4, 6};

    private static final ColumnsDataset DATA = new ColumnsDataset()
            .with("pt", doubles(MUONS, 20, 50, 30, 7, Double.NaN, 9), ColumnType.DOUBLE)
            .with("eta", list(MUONS, new Column.Floats(new float[] {1, -2, 0.5f, 0, 2, 1})), ColumnType.FLOAT)
            .with("phi", doubles(MUONS, 0, 3, -3, 1, 1, 2), ColumnType.DOUBLE)
            .with("charge", list(MUONS, new Column.Ints(new int[] {1, -1, 1, 1, -1, -1})), ColumnType.INT)
            .with(
                    "tight",
                    list(MUONS, new Column.Booleans(new boolean[] {true, false, true, true, false, false})),
                    ColumnType.BOOLEAN)
            .with("jets.pt", doubles(new int[] {0, 1, 3, 3, 3}, 100, 40, 30), ColumnType.DOUBLE)
            .with("paths", list(new int[] {0, 1, 1, 1, 1}, new Column.Texts(new String[] {"HLT"})), ColumnType.TEXT)
            .with("met", 10, 20, 30, 40)
            .with("n", ColumnRole.FEATURE, new Column.Ints(new int[] {2, 0, -1, 5}), ColumnType.INT);

    private static Column.Jagged doubles(int[] offsets, double... values) {
        return list(offsets, new Column.Doubles(values));
    }

    private static Column.Jagged list(int[] offsets, Column values) {
        return new Column.Jagged(offsets, values);
    }

    private static String lists(String text) {
        Expression expression = Expression.parseColumn(text, DATA.schema());
        assertThat(expression.isList()).isTrue();
        Column.Jagged lists = expression.evaluateLists(DATA.batch());
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < lists.size(); row++) {
            StringBuilder elements = new StringBuilder();
            for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                elements.append(elements.isEmpty() ? "" : " ")
                        .append((float) lists.values().doubleAt(i));
            }
            rows.add(elements.toString().replaceAll("\\.0(?= |$)", ""));
        }
        return String.join(",", rows);
    }

    private static String values(String text) {
        Expression expression = Expression.parse(text, DATA.schema());
        assertThat(expression.isList()).isFalse();
        return String.join(
                " ",
                Arrays.stream(expression.evaluate(DATA.batch()))
                        .mapToObj(value -> Float.toString((float) value).replaceAll("\\.0$", ""))
                        .toList());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("takes one element, from the start or the end; NaN where there is none")
    @CsvSource({
        "pt[0], 20 NaN 7 NaN",
        "pt[1], 50 NaN NaN 9",
        "pt[-1], 30 NaN 7 9",
        "pt[-3], 20 NaN NaN NaN",
        "pt[n], 30 NaN 7 NaN",
        "pt[n - 0.5], NaN NaN NaN NaN",
        "pt[0] > 6, 1 0 1 0",
        "-pt[0] ^ 2, -400 NaN -49 NaN",
        "charge[0] * charge[1] < 0, 1 0 0 0",
        "tight[0], 1 0 1 0",
        "tight[0] && pt[0] > 10, 1 0 0 0",
        "(pt + met)[0], 30 NaN 37 NaN",
        "jets.pt[1], NaN 30 NaN NaN",
        "`jets.pt`[0], 100 40 NaN NaN",
        "pt[argmin(pt)], 20 NaN 7 9"
    })
    void elements(String text, String expected) {
        assertThat(values(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("computes element by element, with the values of the event for each of its elements")
    @CsvSource(
            delimiter = ';',
            value = {
                "pt ; 20 50 30,,7,NaN 9",
                "2 * eta + 1 ; 3 -3 2,,1,5 3",
                "sqrt(pt^2 + 0) ; 20 50 30,,7,NaN 9",
                "pt / met ; 2 5 3,,0.23333333,NaN 0.225",
                "met / pt ; 0.5 0.2 0.33333334,,4.285714,NaN 4.4444447",
                "-charge ; -1 1 -1,,-1,1 1",
                "pt > 10 * 2 ; 0 1 1,,0,0 0",
                "pt > 20 && tight || charge < 0 ; 0 1 1,,0,1 1",
                "met > 15 && pt > 5 && tight ; 0 0 0,,1,0 0",
                "!tight ; 0 1 0,,0,1 1",
                "tight ? pt : -1 ; 20 -1 30,,7,-1 -1",
                "met > 15 ? pt : charge ; 1 -1 1,,7,NaN 9",
                "max(pt, 25) ; 25 50 30,,25,NaN 25",
                "min(pt, met, 8) ; 8 8 8,,7,NaN 8",
                "isNaN(pt) ; 0 0 0,,0,1 0",
                "pt - pt[0] ; 0 30 10,,0,NaN NaN",
                "pt / sum(pt) ; 0.2 0.5 0.3,,1,NaN NaN",
                "abs(deltaPhi(phi, phi[0])) ; 0 3 3,,0,0 1",
            })
    void elementwise(String text, String expected) {
        assertThat(lists(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("keeps the elements for which a condition is true")
    @CsvSource(
            delimiter = ';',
            value = {
                "pt[pt > 25] ; 50 30,,,",
                "pt[tight] ; 20 30,,7,",
                "charge[pt < 25] ; 1,,1,-1",
                "tight[charge > 0] ; 1 1,,1,",
                "pt[tight][pt[tight] > 25] ; 30,,,",
                "(pt * 2)[tight && eta < 1] ; 60,,14,",
                "eta[met > 15 && tight] ; ,,0,",
                "pt[false || charge != 0] ; 20 50 30,,7,NaN 9",
            })
    void filters(String text, String expected) {
        assertThat(lists(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("makes one value of each list, also of an empty one")
    @CsvSource(
            delimiter = ';',
            value = {
                "length(pt) ; 3 0 1 2",
                "length(tight) ; 3 0 1 2",
                "count(pt) ; 3 0 1 2",
                "count(pt > 20) ; 2 0 0 0",
                "count(tight) ; 2 0 1 0",
                "sum(pt) ; 100 0 7 NaN",
                "sum(tight) ; 2 0 1 0",
                "mean(eta) ; -0.16666667 NaN 0 1.5",
                "min(pt) ; 20 NaN 7 NaN",
                "max(pt) ; 50 NaN 7 NaN",
                "max(eta, 0) [0] + min(eta) ; -1 NaN 0 3",
                "any(tight) ; 1 0 1 0",
                "any(pt > 20) && met < 15 ; 1 0 0 0",
                "all(tight) ; 0 1 1 0",
                "all(pt > 6) ; 1 1 1 0",
                "argmax(pt) ; 1 NaN 0 1",
                "argmin(eta) ; 1 NaN 0 1",
                "eta[argmax(pt)] ; -2 NaN 0 1",
                "max(pt[charge > 0]) ; 30 NaN 7 NaN",
                "count(pt[tight] > 25) ; 1 0 0 0",
                "sum(pt * charge) ; 0 0 7 NaN",
            })
    void reductions(String text, String expected) {
        assertThat(values(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("finds the elements of largest pt, the first of equal ones, never one whose pt is NaN")
    @CsvSource(
            delimiter = ';',
            value = {
                "leading(pt, pt, 0) ; 50 NaN 7 9",
                "leading(pt, pt, 1) ; 30 NaN NaN NaN",
                "leading(pt, pt, 2) ; 20 NaN NaN NaN",
                "leading(pt, pt, 3) ; NaN NaN NaN NaN",
                "leading(pt, pt, -1) ; NaN NaN NaN NaN",
                "leading(pt, -pt, 0) ; 20 NaN 7 9",
                "leading(pt, tight, 1) ; 30 NaN NaN 9",
                "leading(pt, 0 * eta, 2) ; 30 NaN NaN NaN",
                "leading(charge, pt, 0) * leading(charge, pt, 1) < 0 ; 1 0 0 0",
                "leading(tight, pt, 0) ; 0 0 1 0",
                "leading(met, pt, 0) ; 10 NaN 30 40",
            })
    void leading(String text, String expected) {
        assertThat(values(text)).isEqualTo(expected);
    }

    @Test
    @DisplayName("gives the mass of the two muons, or other particles, of largest pt")
    void pair() {
        double muons = value("leadingPairMass(pt, eta, phi)");
        assertThat(muons)
                .isEqualTo(value("mass(leading(pt, pt, 0), leading(eta, pt, 0), leading(phi, pt, 0),"
                        + " leading(pt, pt, 1), leading(eta, pt, 1), leading(phi, pt, 1))"))
                .isEqualTo(value("mass(50, -2, 3, 30, 0.5, -3)"));
        assertThat(value("leadingPairMass(pt, eta, phi, 0.5)"))
                .isEqualTo(value("massPtEtaPhiM(50, -2, 3, 0.5, 30, 0.5, -3, 0.5)"));
        assertThat(values("isNaN(leadingPairMass(pt, eta, phi))")).isEqualTo("0 1 1 1");
        assertThat(Kinematics.deltaPhi(3, -3)).isLessThan(0);
        assertThat(muons).isGreaterThan(2 * Constants.MUON_MASS);
    }

    private static double value(String text) {
        return Expression.parse(text, DATA.schema()).evaluate(DATA.batch())[0];
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("says where a list stands for a value, or a value for a list, and what to write")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "pt | 'pt' is a list in every row, where one value is needed at position 1. Take an element, pt[0], or the sum, min, max, mean or count of all",
                "2 * pt | '2 * pt' is a list in every row, where one value is needed at position 1. Take an element, (2 * pt)[0], or the sum, min, max, mean or count of all",
                "pt > 20 | 'pt > 20' is a list in every row, where one value is needed at position 1. Write any(pt > 20), all(…) or count(…)",
                "leading(pt, pt, charge) | 'charge' is a list in every row, where one value is needed at position 17. Take an element, charge[0], or the sum, min, max, mean or count of all",
                "met[0] | 'met' is one value in every row and has no elements at position 1",
                "sum(met) | sum needs a list, 'met' is one value in every row at position 1",
                "any(pt) | any needs true or false for each element, 'pt' is a list of numbers at position 5. Compare it, as in: pt > 0",
                "pt && tight | '&&' needs true or false, 'pt' is a list of numbers at position 1. Compare it, as in: pt != 0",
                "pt[eta] | an index is one number, or a condition on each element; 'eta' is a list of numbers at position 4",
                "pt[met > 3] | an index is one number, or a condition on each element; 'met > 3' is one condition for the whole row at position 4",
                "pt[0.5] | an index is a whole number, 0.5 is not at position 4",
                "pt['a'] | an index needs numbers, ''a'' is text at position 4",
                "pt == 'a' | ''a'' is text and 'pt' is a list of numbers: they cannot be compared at position 4",
                "pt[0 | the '[' at position 3 is not closed: expected ']' but found the end at position 5",
                "pt[] | expected a value but found ']' at position 4",
                "paths[0] | 'paths' is a list of texts in every row, with which nothing can be computed at position 1",
                "min + 1 | 'min' is a function at position 1. Write min(x, y, …) or min(list)",
                "leadingPairMass(pt) | leadingPairMass takes 3 arguments (pt, eta, phi of muons) or 4 (pt, eta, phi, m), not 1 at position 1",
                "legth(pt) | unknown function 'legth' at position 1. Did you mean 'length'?",
            })
    void errors(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text, DATA.schema()))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @Test
    @DisplayName("names the row in which two lists have different lengths, and both lengths")
    void lengths() {
        Batch later = new Batch(4, DATA.batch().columns(), "events.root", 101);
        assertThatThrownBy(() ->
                        Expression.parse("any(pt + 1 > jets.pt)", DATA.schema()).evaluate(later))
                .isInstanceOf(DataException.class)
                .hasMessage("events.root: row 101: 'pt + 1' has 3 elements, 'jets.pt' has 1:"
                        + " lists that are combined need the same length");
        assertThatThrownBy(() -> Expression.parseColumn("pt[tight] + eta[eta > 0.7]", DATA.schema())
                        .evaluateLists(later))
                .hasMessageContaining("row 101: 'pt[tight]' has 2 elements, 'eta[eta > 0.7]' has 1:");
    }

    @Test
    @DisplayName("tells its type and its columns, and gives a column of either kind")
    void column() {
        Expression tight = Expression.parseColumn("tight && pt > 1", DATA.schema());
        assertThat(tight.type()).isEqualTo(Type.BOOLEAN);
        assertThat(tight.columns()).isEqualTo(Set.of("pt", "tight"));
        assertThat(((Column.Jagged) tight.column(DATA.batch())).values()).isInstanceOf(Column.Booleans.class);
        assertThat(Expression.parseColumn("pt", DATA.schema()).bareColumn()).contains("pt");
        assertThat(Expression.parseColumn("any(tight)", DATA.schema()).column(DATA.batch()))
                .isInstanceOf(Column.Booleans.class);
        assertThat(Expression.parseColumn("pt[n]", DATA.schema()).columns()).isEqualTo(Set.of("pt", "n"));
        assertThatThrownBy(() -> tight.evaluate(DATA.batch())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Expression.parse("met", DATA.schema()).evaluateLists(DATA.batch()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("reads the columns without changing them")
    void readsOnly() {
        Expression.parse("sum(argmin(pt) - pt[pt > 20] * 2) + min(-pt)", DATA.schema())
                .evaluate(DATA.batch());
        assertThat(lists("pt")).isEqualTo("20 50 30,,7,NaN 9");
    }
}

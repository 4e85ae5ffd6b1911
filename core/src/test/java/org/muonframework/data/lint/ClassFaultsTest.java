package org.muonframework.data.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;

/** Classes of unequal size, and features that give the class away. */
class ClassFaultsTest {

    private static final int ROWS = 4000;

    private final RandomGenerator random = new RandomStreams(5).stream("lint", 0);

    private static double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    /** Rows of which every n-th is signal. */
    private ColumnsDataset rows(int n) {
        return new ColumnsDataset()
                .with("id", ColumnRole.KEY, column(i -> i))
                .with("y", ColumnRole.LABEL, column(i -> i % n == 0 ? 1 : 0))
                .with("x", column(i -> random.nextGaussian() + (i % n == 0 ? 2 : 0)))
                .inBatchesOf(700);
    }

    @Test
    void balancedClassesAndGoodFeaturesGiveNoFinding() {
        assertThat(Linted.of(rows(2)).label("y").findings()).isEmpty();
    }

    @Test
    void theLargestClassIsTheBaselineByRowsAndByWeight() {
        assertThat(Linted.of(rows(10)).label("y").weight("y == 1 ? 9 : 1").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.check()).isEqualTo("class-balance"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE))
                .satisfies(finding -> assertThat(finding.what())
                        .contains("90.00 % of the rows and 50.00 % of the weight")
                        .contains("background 3,600, signal 400"));
    }

    @Test
    void aClassOfNegativeWeightLeavesNoSharesOfTheWeight() {
        assertThat(Linted.of(rows(10)).label("y").weight("y == 1 ? -1 : 1").findings("class-balance"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what())
                        .contains("90.00 % of the rows (")
                        .doesNotContain("weight"));
    }

    @Test
    void nearlyOneClassOnlyIsAWarning() {
        assertThat(Linted.of(rows(40)).label("y").findings("class-balance"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void aFeatureMadeFromTheLabelIsFoundInBothDirections() {
        ColumnsDataset data = rows(2).with("up", column(i -> random.nextDouble() + (i % 2 == 0 ? 2 : 0)))
                .with("down", column(i -> random.nextDouble() - (i % 2 == 0 ? 2 : 0)));

        assertThat(Linted.of(data).features("x", "up", "down").label("y").findings("separating-feature"))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM))
                .extracting(finding -> finding.columns().get(0))
                .containsExactly("up", "down");
    }

    @Test
    void aFeatureMissingInOneClassOnlyIsFound() {
        ColumnsDataset data = rows(2).with("holes", column(i -> i % 2 == 0 ? random.nextGaussian() : Double.NaN));

        assertThat(Linted.of(data).features("holes").label("y").findings("separating-feature"))
                .hasSize(1);
    }

    @Test
    void theAreaIsWeighted() {
        double[] overlap = column(i -> i % 2 == 0 ? 2 : i % 20 == 1 ? 3 : 1);
        ColumnsDataset data = rows(2).with("f", overlap);

        assertThat(Linted.of(data).features("f").label("y").findings("separating-feature"))
                .isEmpty();
        assertThat(Linted.of(data)
                        .features("f")
                        .label("y")
                        .weight("f == 3 ? 0.001 : 1")
                        .findings("separating-feature"))
                .hasSize(1);
    }
}

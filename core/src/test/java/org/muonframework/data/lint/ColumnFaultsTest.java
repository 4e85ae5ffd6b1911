package org.muonframework.data.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;

/** Faults of single columns, and columns that are equal. */
class ColumnFaultsTest {

    private static final int ROWS = 2000;

    private final RandomGenerator random = new RandomStreams(5).stream("lint", 0);
    private final double[] noise = column(i -> random.nextGaussian());

    private static double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    /** Rows with a key of their own each, a target, and a feature that is as it should be. */
    private ColumnsDataset rows() {
        return new ColumnsDataset()
                .with("id", ColumnRole.KEY, column(i -> i))
                .with("t", column(i -> random.nextGaussian()))
                .with("x", noise)
                .inBatchesOf(300);
    }

    @Test
    void ordinaryColumnsGiveNoFinding() {
        ColumnsDataset data = rows().with("charge", column(i -> i % 2 == 0 ? 1 : -1))
                .with("flag", column(i -> i % 100 == 0 ? 1 : 0))
                .with("three", column(i -> i % 3 - 1))
                .with("pt", column(i -> 3 + 30 * Math.abs(noise[i])));

        assertThat(Linted.of(data)
                        .features("x", "charge", "flag", "three", "pt")
                        .targets("t")
                        .findings())
                .isEmpty();
    }

    @Test
    void equalFeaturesAreNamedAsAGroup() {
        ColumnsDataset data =
                rows().with("copy", noise.clone()).with("near", column(i -> noise[i] + (i == 1999 ? 1e-9 : 0)));

        assertThat(Linted.of(data).features("x", "copy", "near").targets("t").findings("duplicate-columns"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("x", "copy"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void columnsThatDifferInTwoSignsOnlyAreNotEqual() {
        double[] flipped = noise.clone();
        flipped[10] = -flipped[10];
        flipped[11] = -flipped[11];

        assertThat(Linted.of(rows().with("flipped", flipped))
                        .features("x", "flipped")
                        .targets("t")
                        .findings())
                .isEmpty();
    }

    @Test
    void aFeatureEqualToTheTargetIsAProblem() {
        ColumnsDataset data = rows().with("copy", noise.clone());

        assertThat(Linted.of(data).features("x").targets("copy").findings("duplicate-columns"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM));
    }

    @Test
    void aConstantFeatureIsFoundAlsoWhereOnlyTheSelectionMakesItConstant() {
        ColumnsDataset data =
                rows().with("c", column(i -> i % 4)).with("holes", column(i -> i % 2 == 0 ? Double.NaN : 7));

        assertThat(Linted.of(data)
                        .features("x", "c", "holes")
                        .targets("t")
                        .selection("c == 1 || c == 1")
                        .findings("constant"))
                .extracting(finding -> finding.columns().get(0))
                .containsExactly("c", "holes");
        assertThat(Linted.of(data).features("x", "c").targets("t").findings("constant"))
                .isEmpty();
    }

    @Test
    void valuesThatAreNotFiniteAreCountedWithTheirFirstRow() {
        ColumnsDataset data = rows().with("bad", column(i -> i == 700 ? Double.NaN : i == 800 ? 1 / 0.0 : noise[i]));

        assertThat(Linted.of(data).features("bad").targets("t").findings("not-finite"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(2))
                .satisfies(finding -> assertThat(finding.example()).contains(new Place("memory", 701)))
                .satisfies(finding -> assertThat(finding.what()).contains("1 NaN, 1 infinite"));
    }

    @Test
    void aFeatureThatIsMissingInAFifthOfTheRowsIsFound() {
        ColumnsDataset data = rows().with("fifth", column(i -> i % 5 == 0 ? -999 : noise[i]))
                .with("tenth", column(i -> i % 10 == 0 ? -999 : noise[i]));

        assertThat(Linted.of(data)
                        .features("fifth", "tenth")
                        .targets("t")
                        .missing(-999)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.check()).isEqualTo("many-missing"))
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("fifth"))
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(ROWS / 5));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {-999, -99, -9999, -1000, 999, 9999, -1e30, Float.MAX_VALUE, -Float.MAX_VALUE, -2147483648.0})
    void aPlaceholderFarFromTheOtherValuesIsFound(double placeholder) {
        ColumnsDataset data = rows().with("pt", column(i -> i % 50 == 7 ? placeholder : 3 + 20 * Math.abs(noise[i])));

        assertThat(Linted.of(data).features("pt").targets("t").findings("sentinel"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(ROWS / 50))
                .satisfies(finding -> assertThat(finding.example()).contains(new Place("memory", 8)))
                .satisfies(finding -> assertThat(finding.advice()).contains("missing { value = "));
    }

    @Test
    void theValueDeclaredAsMissingIsNoFinding() {
        ColumnsDataset data = rows().with("pt", column(i -> i % 50 == 7 ? -999 : 3 + 20 * Math.abs(noise[i])));

        assertThat(Linted.of(data).features("pt").targets("t").missing(-999).findings())
                .isEmpty();
    }

    @Test
    void twoPlaceholdersInOneColumnAreTwoFindings() {
        ColumnsDataset data = rows().with("d", column(i -> i % 50 == 7 ? -999 : i % 50 == 8 ? -99 : noise[i]));

        assertThat(Linted.of(data).features("d").targets("t").findings("sentinel"))
                .hasSize(2);
    }

    @Test
    void valuesWithinTheRangeOfTheOthersOrRareOnesAreNoPlaceholders() {
        ColumnsDataset data = rows().with("wide", column(i -> i % 50 == 7 ? -999 : 2000 * noise[i]))
                .with("rare", column(i -> i < 2 ? -999 : noise[i]))
                .with("grid", column(i -> new double[] {10, 20, 50, 100, 1000}[i % 5]));

        assertThat(Linted.of(data).features("wide", "rare", "grid").targets("t").findings("sentinel"))
                .isEmpty();
    }

    @Test
    void aPlaceholderInAColumnThatIsNoFeatureIsANote() {
        ColumnsDataset data = rows().with("d", column(i -> i % 50 == 7 ? -999 : noise[i]));

        assertThat(Linted.of(data).targets("t").reading("d").findings("sentinel"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
    }

    @Test
    void findingsComeTheMostSevereFirst() {
        ColumnsDataset data = rows().with("copy", noise.clone())
                .with("bad", column(i -> i == 3 ? Double.NaN : -noise[i]))
                .with("c", column(i -> 4));

        List<Finding> findings =
                Linted.of(data).features("x", "bad", "c").targets("copy").findings();

        assertThat(findings)
                .extracting(Finding::severity)
                .containsExactly(Severity.PROBLEM, Severity.WARNING, Severity.NOTE);
        assertThat(findings.get(0).example()).isEqualTo(Optional.empty());
    }
}

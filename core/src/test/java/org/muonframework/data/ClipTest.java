package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnRole;

@DisplayName("Limits of feature values")
class ClipTest {

    private static final int ROWS = 1000;
    private static final MissingPolicy MEAN = new MissingPolicy(OptionalDouble.of(-999), MissingPolicy.Policy.MEAN, 0);

    private final double[] pull = new double[ROWS];
    private final double[] pt = new double[ROWS];

    ClipTest() {
        Arrays.setAll(pull, row -> row % 10 - 5);
        Arrays.setAll(pt, row -> row);
        pull[100] = 80;
        pull[101] = -51;
        pull[102] = 50;
        pull[103] = -999;
        pull[104] = Double.NEGATIVE_INFINITY;
        pull[105] = Double.NaN;
    }

    private ColumnsDataset data() {
        return new ColumnsDataset()
                .with("pull", pull)
                .with("pt", pt)
                .with(
                        "signal",
                        ColumnRole.LABEL,
                        IntStream.range(0, ROWS).mapToDouble(row -> row % 2).toArray())
                .with(
                        "event",
                        ColumnRole.KEY,
                        IntStream.range(0, ROWS).asLongStream().toArray())
                .inBatchesOf(300);
    }

    private static Plans plans() {
        return new Plans().features("pull", "pt").missing(MEAN).columns("pull", "pt");
    }

    @Test
    @DisplayName("hold for all features; missing values are found first and are not beyond them")
    void all() {
        PreparedData prepared =
                Preparation.of(data(), plans().clip(-50, 50).plan()).prepare(1, rows -> {});

        assertThat(prepared.missing()).isEqualTo(Map.of("pull", 3L));
        assertThat(prepared.clipped())
                .containsExactly(
                        new ClipCount("pull", new Clip(-50, 50, List.of()), 1, 1, ROWS),
                        new ClipCount("pt", new Clip(-50, 50, List.of()), 0, 949, ROWS));
        float mean = prepared.fillValues().values()[0];
        assertThat(mean).isBetween(-1.0f, 0.5f);
        for (PreparedPart part : prepared.parts()) {
            double[] original = part.columns().get("pull");
            for (int i = 0; i < part.size(); i++) {
                boolean missing = !Double.isFinite(original[i]) || original[i] == -999;
                float expected = missing ? mean : (float) Math.max(-50, Math.min(50, original[i]));
                assertThat(part.features()[0][i]).isEqualTo(expected);
            }
            assertThat(Arrays.stream(part.columns().get("pt")).max().orElseThrow())
                    .as("what expressions see")
                    .isGreaterThan(500);
        }
        assertThat(pull[100]).as("the data themselves").isEqualTo(80);
    }

    @Test
    @DisplayName("hold for the features that are named")
    void some() {
        PreparedData prepared =
                Preparation.of(data(), plans().clip(-50, 50, "pull").plan()).prepare(1, rows -> {});

        assertThat(prepared.clipped()).extracting(ClipCount::feature).containsExactly("pull");
    }

    @Test
    @DisplayName("hold in folds")
    void folds() {
        FoldedData folded = Preparation.of(
                        data(), plans().clip(-50, 50).folds(3).plan())
                .prepareFolds(1, MemoryLimit.NONE, rows -> {}, rows -> {});

        assertThat(folded.clipped()).hasSize(2);
        float largest = 0;
        for (float value : folded.asSeenBy(1, 1).features()[1]) {
            largest = Math.max(largest, value);
        }
        assertThat(largest).isEqualTo(50);
    }

    @Test
    @DisplayName("hold for new rows as in the training, which gives the same values")
    void newRows() {
        FillValues fill = new FillValues(List.of("pull"), new float[] {0.25f}, MEAN);
        Treatment treatment = new Treatment(List.of(fill), Optional.of(new Clip(-50, 50, List.of())));
        try (FeatureReader reader = FeatureReader.open(data(), Map.of(), List.of("pull"), List.of(), Set.of())) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                int rows = next.get().batch().rows();
                treatment.apply(
                        next.get(), new int[][] {IntStream.range(0, rows).toArray()});
                if (next.get().batch().firstRow() == 1) {
                    float[] values = next.get().features().columns()[0];
                    assertThat(Arrays.copyOfRange(values, 99, 107))
                            .containsExactly(4, 50, -50, 50, 0.25f, 0.25f, 0.25f, 1);
                }
            }
        }
        assertThat(treatment.warnings())
                .containsExactly(
                        "3 missing values of 'pull', treated by the policy 'mean'",
                        "feature 'pull': 2 of 1,000 values (0.20 %) set to the limits -50 and 50, 1 from below and 1 from"
                                + " above");
    }

    @Test
    @DisplayName("that cannot be are refused")
    void refused() {
        assertThatThrownBy(() -> new Clip(50, -50, List.of())).hasMessageContaining("'low' must lie below 'high'");
        assertThat(Preparation.check(
                        data().schema(), plans().clip(-999, 50, "pul").plan()))
                .extracting(problem -> problem.where() + ": " + problem.message())
                .containsExactly(
                        "clip.columns: 'pul' is no feature; only features have limits. Did you mean 'pull'?",
                        "clip: -999.0 counts as missing and cannot be a limit");
    }

    @Test
    @DisplayName("are worth a warning where more than 1 % of the values lie beyond them")
    void many() {
        Clip clip = new Clip(-1, 0.5, List.of());
        assertThat(new ClipCount("d0", clip, 3, 7, 1000).isMany()).isFalse();
        assertThat(new ClipCount("d0", clip, 3, 8, 1000).isMany()).isTrue();
        assertThat(new ClipCount("d0", clip, 3, 9, 1000).text())
                .isEqualTo(
                        "'d0': 12 of 1,000 values (1.2 %) set to the limits -1 and 0.5, 3 from below and 9 from above");
    }
}

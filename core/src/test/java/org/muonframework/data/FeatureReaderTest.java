package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.problem.DataException;

@DisplayName("Features for a trained model")
class FeatureReaderTest {

    private final ColumnsDataset data = new ColumnsDataset()
            .with("pt", 1, 2, Double.NaN, 4)
            .with("eta", 0.5, 0.5, 0.5, 0.5)
            .with("event", ColumnRole.KEY, new long[] {1, 2, 3, 4})
            .inBatchesOf(3);

    private static FillValues fill(MissingPolicy.Policy policy, float... values) {
        return new FillValues(List.of("twice", "pt"), values, MissingPolicy.of(policy));
    }

    private FeatureReader open(FillValues values) {
        return FeatureReader.open(
                data,
                Map.of("twice", "2 * pt", "label", "genMass > 80"),
                values.features(),
                List.of(),
                Set.of("event"));
    }

    @Test
    @DisplayName("come row by row with the fill values of the training, and need no column of the truth")
    void filled() {
        FillValues values = fill(MissingPolicy.Policy.MEAN, 10, 5);
        try (FeatureReader reader = open(values)) {
            var first = reader.next().orElseThrow();
            first.fill(values, new int[] {0, 1, 2});
            assertThat(first.features().columns()).isDeepEqualTo(new float[][] {{2, 4, 10}, {1, 2, 5}});
            assertThat(first.batch().column("event").longAt(2)).isEqualTo(3);
            assertThat(reader.next().orElseThrow().features().columns()).isDeepEqualTo(new float[][] {{8}, {4}});
            assertThat(reader.next()).isEmpty();
        }
        assertThat(data.batch().column("pt").doubleAt(2)).isNaN();
    }

    @Test
    @DisplayName("are NaN where the training dropped such rows, and an error where it allowed none")
    void notFilled() {
        FillValues dropping = fill(MissingPolicy.Policy.DROP);
        try (FeatureReader reader = open(dropping)) {
            FeatureReader.FeatureBatch batch = reader.next().orElseThrow();
            batch.fill(dropping, new int[] {2});
            assertThat(batch.features().columns()[1]).containsExactly(1, 2, Float.NaN);
        }
        FillValues forbidding = fill(MissingPolicy.Policy.ERROR);
        try (FeatureReader reader = open(forbidding)) {
            FeatureReader.FeatureBatch batch = reader.next().orElseThrow();
            assertThatCode(() -> batch.fill(forbidding, new int[] {0, 1})).doesNotThrowAnyException();
            assertThatThrownBy(() -> batch.fill(forbidding, new int[] {0, 1, 2}))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("memory: row 3: feature 'twice' is missing (NaN)");
        }
    }

    @Test
    @DisplayName("name what the data lack")
    void lacking() {
        FillValues values =
                new FillValues(List.of("ptt", "label"), new float[0], MissingPolicy.of(MissingPolicy.Policy.DROP));
        assertThatThrownBy(() -> open(values))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("derive.label: unknown column 'genMass' at position 1")
                .hasMessageContaining("the model needs a feature: unknown column 'ptt'. Did you mean 'pt'");
    }
}

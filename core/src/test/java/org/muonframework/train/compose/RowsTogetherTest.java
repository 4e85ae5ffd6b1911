package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

@DisplayName("Rows put behind others")
class RowsTogetherTest {

    private static Rows rows(float feature, SparseImages image) {
        float[] column = {feature, feature + 1};
        return new Rows(
                new float[][] {column},
                new int[] {0, 1},
                new float[0][],
                new float[] {1, 1},
                Map.of("x", new double[] {feature, feature}),
                new long[] {(long) feature, 9},
                List.of(image));
    }

    @Test
    @DisplayName("keep features, labels, further columns, events and images")
    void all() {
        Shape shape = Shape.of(2, 2);
        Rows first =
                rows(10, new SparseImages(shape, new int[] {0, 1}, new int[] {1, 3}, new int[] {3, 0, 1}, new float[] {
                    1, 2, 3
                }));
        // The rows of the second one stand in the other order, and share a hit.
        Rows second = rows(
                20, new SparseImages(shape, new int[] {1, 0}, new int[] {2, 2}, new int[] {2, 3}, new float[] {5, 7}));

        Rows all = RowsTogether.of(first, second);

        assertThat(all.features()[0]).containsExactly(10, 11, 20, 21);
        assertThat(all.labels()).containsExactly(0, 1, 0, 1);
        assertThat(all.columns().get("x")).containsExactly(10, 10, 20, 20);
        assertThat(all.events()).containsExactly(10, 9, 20, 9);
        float[][] images = new float[4][4];
        for (int row = 0; row < 4; row++) {
            all.images().get(0).addTo(images[row], row, 0);
        }
        assertThat(images).isDeepEqualTo(new float[][] {{0, 0, 0, 1}, {2, 3, 0, 0}, {0, 0, 0, 7}, {0, 0, 5, 7}});
    }
}

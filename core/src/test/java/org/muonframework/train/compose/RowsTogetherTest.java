package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.problem.DataException;
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

    @Test
    @DisplayName("go on sharing the hits that both share already")
    void shared() {
        SparseImages whole = new SparseImages(
                Shape.of(2, 2), new int[] {0, 1, 2, 2}, new int[] {1, 2, 2, 3}, new int[] {3, 0, 1}, new float[] {
                    1, 2, 3
                });

        SparseImages all = RowsTogether.of(
                        rows(10, whole.pick(new int[] {3, 0})), rows(20, whole.pick(new int[] {1, 2})))
                .images()
                .get(0);

        assertThat(all.cells()).isSameAs(whole.cells());
        assertThat(all.values()).isSameAs(whole.values());
        assertThat(all.starts()).containsExactly(2, 0, 1, 2);
        assertThat(all.ends()).containsExactly(3, 1, 2, 2);
    }

    @Test
    @DisplayName("take only the hits along that their rows have")
    void onlyTheirs() {
        SparseImages many = new SparseImages(
                Shape.of(2, 2), new int[] {0, 1, 2}, new int[] {1, 2, 3}, new int[] {3, 0, 1}, new float[] {1, 2, 3});
        SparseImages others =
                new SparseImages(Shape.of(2, 2), new int[] {0, 1}, new int[] {1, 1}, new int[] {2}, new float[] {4});

        SparseImages all = RowsTogether.of(rows(10, many.pick(new int[] {2, 0})), rows(20, others))
                .images()
                .get(0);

        assertThat(all.cells()).containsExactly(1, 3, 2);
        assertThat(all.values()).containsExactly(3, 1, 4);
    }

    @Test
    @DisplayName("are refused with more hits than there can be")
    void tooMany() {
        int hits = 1 << 20;
        int[] ends = new int[1 << 10];
        Arrays.fill(ends, hits);
        Rows many = new Rows(
                new float[0][],
                new int[0],
                new float[0][],
                new float[ends.length],
                Map.of(),
                new long[0],
                List.of(new SparseImages(Shape.of(2, 2), new int[ends.length], ends, new int[hits], new float[hits])));
        SparseImages others =
                new SparseImages(Shape.of(2, 2), new int[ends.length], ends, new int[hits], new float[hits]);
        Rows more = new Rows(
                many.features(),
                many.labels(),
                many.targets(),
                many.weights(),
                Map.of(),
                many.events(),
                List.of(others));

        assertThatThrownBy(() -> RowsTogether.of(many, more))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ensemble: the training and validation rows together have 2,147,483,648 hits");
    }
}

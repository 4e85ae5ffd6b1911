package org.muonframework.spi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Shape;

@DisplayName("Images of few cells")
class SparseImagesTest {

    /** Three rows: two hits in one cell, none, one hit. */
    private final SparseImages images = new SparseImages(
            Shape.of(2, 2), new int[] {0, 2, 2}, new int[] {2, 2, 3}, new int[] {3, 3, 0}, new float[] {1, 2, 5});

    private static float[] dense(SparseImages images, int row) {
        float[] image = new float[6];
        images.addTo(image, row, 1);
        return image;
    }

    @Test
    @DisplayName("add up the values of a cell, and may be empty")
    void dense() {
        assertThat(dense(images, 0)).containsExactly(0, 0, 0, 0, 3, 0);
        assertThat(dense(images, 1)).containsOnly(0);
        assertThat(dense(images, 2)).containsExactly(0, 5, 0, 0, 0, 0);
    }

    @Test
    @DisplayName("are taken in any order, as other places in the same hits")
    void views() {
        SparseImages some = images.pick(new int[] {2, 0, 2}).range(1, 3);
        assertThat(dense(some, 0)).isEqualTo(dense(images, 0));
        assertThat(dense(some, 1)).isEqualTo(dense(images, 2));
        assertThat(some.rows()).isEqualTo(2);
        assertThat(some.hits()).isEqualTo(3);
        assertThat(some.cells()).isSameAs(images.cells());
        assertThat(some.values()).isSameAs(images.values());
    }

    @Test
    @DisplayName("belong to as many rows as there are features or weights")
    void lengths() {
        assertThatThrownBy(() -> new Features(new float[0][], 2, List.of(images)))
                .hasMessageContaining("3 images for 2 rows");
        assertThatThrownBy(() -> new SparseImages(Shape.of(1), new int[1], new int[2], new int[0], new float[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

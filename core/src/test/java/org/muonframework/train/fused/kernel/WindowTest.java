package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A window")
class WindowTest {

    private static final Window HALVING = new Window(new Grid(4, 4, 4), new Grid(2, 2, 2), new Grid(2, 2, 2));

    @Test
    void halvesAGrid() {
        assertThat(HALVING.places(new Grid(50, 32, 32))).isEqualTo(new Grid(26, 17, 17));
        assertThat(HALVING.places(new Grid(26, 17, 17))).isEqualTo(new Grid(14, 9, 9));
    }

    @Test
    void keepsAGridWithAPaddingOfHalfItsSize() {
        Window three = new Window(new Grid(3, 3, 3), Grid.ONE, Grid.ONE);

        assertThat(three.places(new Grid(5, 3, 1))).isEqualTo(new Grid(5, 3, 1));
        assertThat(three.borderBack(new Grid(5, 3, 1))).isEqualTo(Grid.ONE);
    }

    @Test
    void needsABorderOnTheWayBackWhereItsStepsLeaveCellsOver() {
        assertThat(HALVING.borderBack(new Grid(26, 17, 17))).isEqualTo(new Grid(0, 1, 1));
    }

    @Test
    void findsAllPlacesThatSeeACellWithinTheBorder() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            Grid cells = VolumeCases.grid(random);
            Window window = VolumeCases.window(cells, random);
            int before = 0;
            int behind = 0;
            for (int x = 0; x < cells.width(); x++) {
                for (int tap = 0; tap < window.kernel().width(); tap++) {
                    int place = x + window.padding().width() - tap;
                    if (place % window.stride().width() == 0) {
                        before = Math.max(before, -place / window.stride().width());
                        int last = window.places(cells).width() - 1;
                        behind = Math.max(behind, place / window.stride().width() - last);
                    }
                }
            }
            assertThat(window.borderBack(cells).width()).isGreaterThanOrEqualTo(Math.max(before, behind));
        }
    }
}

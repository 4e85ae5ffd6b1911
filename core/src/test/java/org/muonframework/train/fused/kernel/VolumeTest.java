package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A volume")
class VolumeTest {

    @Test
    void hasEachCellOnceAndABorderThatMeetsNoCell() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            Grid grid = VolumeCases.grid(random);
            Volume volume = new Volume(random.nextInt(1, 4), grid, VolumeCases.border(Grid.ZERO, random));
            Set<Integer> cells = new HashSet<>();
            Set<Integer> borders = new HashSet<>();
            for (int channel = 0; channel < volume.channels(); channel++) {
                for (int z = -volume.border().depth();
                        z < grid.depth() + volume.border().depth();
                        z++) {
                    for (int y = -volume.border().height();
                            y < grid.height() + volume.border().height();
                            y++) {
                        for (int x = -volume.border().width();
                                x < grid.width() + volume.border().width();
                                x++) {
                            boolean cell = z >= 0 && y >= 0 && x >= 0;
                            cell &= z < grid.depth() && y < grid.height() && x < grid.width();
                            (cell ? cells : borders).add(volume.place(channel, z, y, x));
                        }
                    }
                }
            }
            assertThat(cells).hasSize(volume.channels() * grid.cells());
            assertThat(Collections.disjoint(cells, borders)).isTrue();
            cells.addAll(borders);
            assertThat(cells).allMatch(place -> place >= 0 && place <= volume.size() - Volume.LANES);
        }
    }

    @Test
    void sharesTheBorderBetweenLinesAndPlanes() {
        Volume volume = new Volume(1, new Grid(26, 17, 17), Grid.ONE);

        assertThat(volume.positions()).isEqualTo(18 * 18 + 18 + 1 + 27 * 18 * 18);
        assertThat(volume.place(0, 0, 1, -1)).isEqualTo(volume.place(0, 0, 0, 17));
        assertThat(volume.place(0, 1, -1, 3)).isEqualTo(volume.place(0, 0, 17, 3));
    }

    @Test
    void holdsSomeOfItsChannelsAsAVolume() {
        Volume volume = new Volume(5, new Grid(2, 3, 4), Grid.ONE);

        assertThat(volume.channel(3) + volume.of(2).place(1, 1, 2, 3)).isEqualTo(volume.place(4, 1, 2, 3));
    }
}

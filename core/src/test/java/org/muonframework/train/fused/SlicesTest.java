package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.train.fused.kernel.Panels;

class SlicesTest {

    private static final int ROWS = 10_000;

    @Test
    void coverAllRowsOnce() {
        for (int rows = 1; rows <= ROWS; rows++) {
            Slices slices = Slices.of(rows, Panels.ROWS);
            assertThat(slices.start(0)).isZero();
            assertThat(slices.start(slices.count())).isEqualTo(rows);
            for (int slice = 0; slice < slices.count(); slice++) {
                assertThat(slices.start(slice + 1)).as("%d rows", rows).isGreaterThan(slices.start(slice));
                assertThat(slices.start(slice) % Panels.ROWS).isZero();
            }
        }
    }

    @Test
    void areNeverMoreThanTheMostOfAnyLargerBatch() {
        int most = 0;
        for (int rows = 1; rows <= ROWS; rows++) {
            assertThat(Slices.most(rows)).as("%d rows", rows).isGreaterThanOrEqualTo(most);
            most = Slices.most(rows);
            assertThat(Slices.of(rows, Panels.ROWS).count()).isBetween(1, most);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16})
    void areSharedWithoutOneLeftOrDoneTwice(int members) {
        for (int rows = 1; rows <= ROWS; rows += 7) {
            Slices slices = Slices.of(rows, Panels.ROWS);
            assertThat(slices.share(0, members)).isZero();
            assertThat(slices.share(members, members)).isEqualTo(slices.count());
            for (int member = 0; member < members; member++) {
                assertThat(slices.share(member + 1, members)).isGreaterThanOrEqualTo(slices.share(member, members));
            }
        }
    }

    @Test
    void areNoneWithoutRows() {
        assertThat(Slices.of(0, Panels.ROWS).count()).isZero();
    }
}

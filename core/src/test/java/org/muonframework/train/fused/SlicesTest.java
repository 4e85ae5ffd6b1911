package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.train.fused.step.Blocks;

class SlicesTest {

    private static Stream<Blocks> blocks() {
        return Stream.of(Blocks.DENSE, Blocks.VOLUMES);
    }

    private static final int ROWS = 10_000;

    @ParameterizedTest
    @MethodSource("blocks")
    void coverAllRowsOnce(Blocks blocks) {
        for (int rows = 1; rows <= ROWS; rows++) {
            Slices slices = Slices.of(rows, blocks);
            assertThat(slices.start(0)).isZero();
            assertThat(slices.start(slices.count())).isEqualTo(rows);
            for (int slice = 0; slice < slices.count(); slice++) {
                assertThat(slices.start(slice + 1)).as("%d rows", rows).isGreaterThan(slices.start(slice));
                assertThat(slices.start(slice) % blocks.rows()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void areNeverMoreThanTheMostOfAnyLargerBatch(Blocks blocks) {
        int most = 0;
        for (int rows = 1; rows <= ROWS; rows++) {
            assertThat(Slices.most(rows, blocks)).as("%d rows", rows).isGreaterThanOrEqualTo(most);
            most = Slices.most(rows, blocks);
            assertThat(Slices.of(rows, blocks).count()).isBetween(1, most);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16})
    void areSharedWithoutOneLeftOrDoneTwice(int members) {
        for (int rows = 1; rows <= ROWS; rows += 7) {
            Slices slices = Slices.of(rows, Blocks.DENSE);
            assertThat(slices.share(0, members)).isZero();
            assertThat(slices.share(members, members)).isEqualTo(slices.count());
            for (int member = 0; member < members; member++) {
                assertThat(slices.share(member + 1, members)).isGreaterThanOrEqualTo(slices.share(member, members));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void areNoneWithoutRows(Blocks blocks) {
        assertThat(Slices.of(0, blocks).count()).isZero();
    }
}

package org.muonframework.train.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.RandomStreams;

class DropoutMaskTest {

    private static final int COUNT = 1 << 18;
    private static final int WIDTH = 64;
    private static final double SIGMAS = 5;
    private static final RandomStreams RANDOM = new RandomStreams(11);

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.3, 0.5, 0.9, 0.999})
    void dropsAsManyAsTheRateSays(double rate) {
        for (int batch = 0; batch < 4; batch++) {
            DropoutMask mask = DropoutMask.of(RANDOM, 0, batch, 2, rate);

            assertThat(share(mask::drops)).isCloseTo(rate, within(deviations(rate)));
        }
    }

    @Test
    void dropsNothingWithoutARate() {
        assertThat(share(DropoutMask.of(RANDOM, 0, 0, 2, 0)::drops)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void dropsPlacesIndependentlyOfThoseNearby(double rate) {
        DropoutMask mask = DropoutMask.of(RANDOM, 3, 1, 2, rate);
        for (int distance : new int[] {1, 2, 3, 4, 8, 16, WIDTH, 2 * WIDTH, 1024}) {
            double both = share(place -> mask.drops(place) && mask.drops(place + distance));

            assertThat(both).as("%d further on", distance).isCloseTo(rate * rate, within(deviations(rate * rate)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void dropsIndependentlyInEveryStepAndLayer(double rate) {
        DropoutMask mask = DropoutMask.of(RANDOM, 3, 1, 2, rate);
        List<DropoutMask> others = List.of(
                DropoutMask.of(RANDOM, 3, 2, 2, rate),
                DropoutMask.of(RANDOM, 4, 1, 2, rate),
                DropoutMask.of(RANDOM, 3, 1, 3, rate),
                DropoutMask.of(new RandomStreams(12), 3, 1, 2, rate));
        for (DropoutMask other : others) {
            double both = share(place -> mask.drops(place) && other.drops(place));

            assertThat(both).isCloseTo(rate * rate, within(deviations(rate * rate)));
        }
    }

    @Test
    void isTheSameForTheSameStep() {
        assertThat(DropoutMask.of(RANDOM, 3, 1, 2, 0.2)).isEqualTo(DropoutMask.of(RANDOM, 3, 1, 2, 0.2));
    }

    private static double share(IntPredicate drops) {
        int count = 0;
        for (int place = 0; place < COUNT; place++) {
            count += drops.test(place) ? 1 : 0;
        }
        return count / (double) COUNT;
    }

    private static double deviations(double share) {
        return SIGMAS * Math.sqrt(share * (1 - share) / COUNT);
    }
}

package org.muonframework.data.weight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bins to reweight in")
class BinChoiceTest {

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    @DisplayName("of equal weight lie between low and high")
    void narrow() {
        double[] values = new SplittableRandom(1).doubles(1000, 0, 20).toArray();
        BinChoice choice = new BinChoice(List.of(), 5, OptionalDouble.of(5), OptionalDouble.of(9));

        assertThat(choice.fit(values, ones(1000)).orElseThrow().edges())
                .hasSize(6)
                .startsWith(5)
                .endsWith(9)
                .isSorted();
    }

    @Test
    @DisplayName("of equal weight are fewer where a value has the weight of several bins")
    void discrete() {
        double[] values = {1, 1, 1, 2, 2, 3, 3, Double.POSITIVE_INFINITY};

        assertThat(BinChoice.ofEqualWeight(10)
                        .fit(values, ones(8))
                        .orElseThrow()
                        .edges())
                .containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("of equal weight pass over rows without weight")
    void weightless() {
        double[] values = {0, 1, 2, 3, 4, 99};

        assertThat(BinChoice.ofEqualWeight(2)
                        .fit(values, new double[] {1, 1, 1, 1, 1, 0})
                        .orElseThrow()
                        .edges())
                .containsExactly(0, 2, 4);
    }

    @Test
    @DisplayName("of equal weight do not exist for a single value")
    void constant() {
        assertThat(BinChoice.ofEqualWeight(10).fit(new double[] {1, 1, Double.NaN}, ones(3)))
                .isEmpty();
        assertThat(BinChoice.ofEqualWeight(10).fit(new double[0], ones(0))).isEmpty();
    }

    @Test
    @DisplayName("between edges do not depend on the rows")
    void edges() {
        assertThat(BinChoice.between(4.0, 5.0, 300.0)
                        .fit(new double[0], ones(0))
                        .orElseThrow()
                        .edges())
                .containsExactly(4, 5, 300);
    }
}

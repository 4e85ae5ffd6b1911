package org.muonframework.train.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.RandomStreams;
import org.muonframework.stats.Correlation;
import org.muonframework.stats.Quantiles;

@DisplayName("The noise of a sampling layer")
class SampleNoiseTest {

    private static final int N = 200_000;

    private static float[] noise(int batch, int node) {
        SampleNoise noise = SampleNoise.of(new RandomStreams(4), 0, batch, node);
        float[] values = new float[N];
        for (int i = 0; i < N; i++) {
            values[i] = noise.at(i);
        }
        return values;
    }

    @Test
    @DisplayName("is Gaussian with mean 0 and deviation 1")
    void gaussian() {
        float[] values = noise(0, 3);
        double[] doubles =
                IntStream.range(0, N).mapToDouble(i -> values[i]).sorted().toArray();
        double[] ones = IntStream.range(0, N).mapToDouble(i -> 1).toArray();
        Quantiles quantiles = Quantiles.of(doubles, ones);
        // Five standard errors of each quantile.
        assertThat(quantiles.median()).isCloseTo(0, within(0.014));
        assertThat(quantiles.halfWidth68()).isCloseTo(1, within(0.012));
        assertThat(quantiles.at(0.97725)).isCloseTo(2, within(0.03));
        assertThat(doubles[N - 1]).isBetween(4.0, 5.9);
    }

    @Test
    @DisplayName("is another one in each batch, in each layer and at each place")
    void independent() {
        float[] here = noise(0, 3);
        float[] next = new float[N];
        System.arraycopy(here, 1, next, 0, N - 1);
        double[] ones = IntStream.range(0, N).mapToDouble(i -> 1).toArray();
        double[][] matrix = new Correlation(
                        new float[][] {here, noise(1, 3), noise(0, 4), next},
                        ones,
                        IntStream.range(0, N).toArray())
                .pearson();
        for (int i = 1; i < matrix.length; i++) {
            assertThat(matrix[0][i]).isCloseTo(0, within(5 / Math.sqrt(N)));
        }
    }
}

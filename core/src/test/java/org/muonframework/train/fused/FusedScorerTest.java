package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.neural.data.Scorer;
import org.muonframework.train.neural.store.Tensor;

/** Scores of random networks, with normalisations and dropout anywhere, against a naive network in double precision. */
class FusedScorerTest {

    private static final int MOST = 5000;

    @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
    void scoresAnyNetwork(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Architecture architecture = RandomNetworks.architecture(random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        float[][] rows = RandomNetworks.rows(architecture, random.nextInt(1, 70), random);
        List<double[][]> expected = new NaiveNetwork(architecture, parameters).score(rows);
        KernelSet kernels = random.nextInt(3) == 0 ? KernelSet.plain() : KernelSet.vector();
        try (FusedScorer scorer = new FusedScorer(architecture, parameters, kernels, 1)) {
            float[][] scores = score(scorer, architecture, rows);
            for (int output = 0; output < scores.length; output++) {
                double[] values = Arrays.stream(expected.get(output))
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
                TrainingSteps.assertClose(architecture.outputs().get(output).name(), scores[output], values);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, MOST})
    void givesARowTheSameBitsWhateverIsBesideIt(int count) {
        for (long seed = 0; seed < 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Architecture architecture = RandomNetworks.architecture(random);
            List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
            float[][] rows = RandomNetworks.rows(architecture, count, random);
            try (FusedScorer one = new FusedScorer(architecture, parameters, KernelSet.vector(), 1);
                    FusedScorer three = new FusedScorer(architecture, parameters, KernelSet.vector(), 3)) {
                float[][] scores = score(one, architecture, rows);
                float[][] shared = score(three, architecture, rows);
                assertThat(Arrays.deepEquals(shared, scores)).isTrue();
                for (int row = 0; row < count; row += count > 100 ? 997 : 1) {
                    float[][] alone = score(one, architecture, new float[][] {rows[row]});
                    for (int output = 0; output < alone.length; output++) {
                        int width = alone[output].length;
                        float[] among = Arrays.copyOfRange(scores[output], row * width, (row + 1) * width);
                        assertThat(Arrays.equals(among, alone[output])).isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void goesOnWithOtherParameters(int threads) {
        SplittableRandom random = new SplittableRandom(2);
        Architecture architecture = RandomNetworks.architecture(random);
        List<Tensor> first = RandomNetworks.parameters(architecture, random);
        List<Tensor> second = RandomNetworks.parameters(architecture, random);
        float[][] rows = RandomNetworks.rows(architecture, MOST, random);
        try (FusedScorer scorer = new FusedScorer(architecture, first, KernelSet.vector(), threads);
                FusedScorer expected = new FusedScorer(architecture, second, KernelSet.vector(), 1)) {
            float[][] before = score(scorer, architecture, rows);
            scorer.update(second);
            float[][] after = score(scorer, architecture, rows);

            assertThat(Arrays.deepEquals(after, score(expected, architecture, rows)))
                    .isTrue();
            assertThat(Arrays.deepEquals(after, before)).isFalse();
        }
    }

    /** All outputs, each row by row. */
    private static float[][] score(Scorer scorer, Architecture architecture, float[][] rows) {
        int[] columns = new int[architecture.inputs().size() + 1];
        for (int input = 0; input < columns.length - 1; input++) {
            columns[input + 1] =
                    columns[input] + architecture.inputs().get(input).columns().size();
        }
        float[][] scores = new float[architecture.outputs().size()][];
        for (int output = 0; output < scores.length; output++) {
            String from = architecture.outputs().get(output).from();
            scores[output] =
                    new float[rows.length * architecture.shapes().get(from).size(0)];
        }
        scorer.run(
                rows.length,
                (input, from, to, target) -> {
                    int width = columns[input + 1] - columns[input];
                    for (int row = from; row < to; row++) {
                        System.arraycopy(rows[row], columns[input], target, (row - from) * width, width);
                    }
                },
                (from, to, outputs) -> {
                    for (int output = 0; output < scores.length; output++) {
                        int width = scores[output].length / rows.length;
                        System.arraycopy(outputs[output], 0, scores[output], from * width, (to - from) * width);
                    }
                });
        return scores;
    }
}

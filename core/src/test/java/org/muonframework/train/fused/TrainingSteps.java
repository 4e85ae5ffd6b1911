package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

/** Trainings for tests, steps of them, and what they come to. */
final class TrainingSteps {

    static final RandomStreams RANDOM = new RandomStreams(5);
    /** Its memory after one step is the negative gradient. */
    static final OptimizerSettings DESCENT =
            new OptimizerSettings(OptimizerSettings.Type.SGD, 1, 0.9, 0.999, 1e-7, 0, 0);

    static final Move FIRST = new Move(1, 1, 0);

    private TrainingSteps() {}

    /**
     * To rounding, whose size follows from the largest of the numbers: the small ones are differences of such. Quicker than
     * an assertion for each number.
     */
    static void assertClose(String name, float[] values, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            double rounding = 1e-3 * largest + 1e-5;
            if (!(Math.abs(values[i] - expected[i]) <= rounding)) {
                assertThat((double) values[i]).as("%s[%d]", name, i).isCloseTo(expected[i], within(rounding));
            }
        }
    }

    static FusedTraining training(Architecture architecture, int batchRows, int threads, KernelSet kernels) {
        FusedTraining.Options options = new FusedTraining.Options(batchRows, 0, threads, DESCENT, 0, Optional.empty());
        return new FusedTraining(architecture, new TestLosses(architecture), options, kernels, RANDOM);
    }

    static FusedTraining training(Architecture architecture, int batchRows, OptimizerSettings settings, double l2) {
        FusedTraining.Options options = new FusedTraining.Options(batchRows, 0, 2, settings, l2, Optional.empty());
        return new FusedTraining(architecture, new TestLosses(architecture), options, KernelSet.vector(), RANDOM);
    }

    static FusedTraining clipped(Architecture architecture, double longest) {
        FusedTraining.Options options = new FusedTraining.Options(300, 0, 2, DESCENT, 0, Optional.of(longest));
        return new FusedTraining(architecture, new TestLosses(architecture), options, KernelSet.vector(), RANDOM);
    }

    static StepResult step(FusedTraining training, float[][] rows) {
        return step(training, rows, FIRST);
    }

    /** A step with all rows, found through an order that begins elsewhere and turns them round twice. */
    static StepResult step(FusedTraining training, float[][] rows, Move move) {
        int[] order = new int[rows.length + 3];
        for (int i = 0; i < rows.length; i++) {
            order[i + 3] = rows.length - 1 - i;
        }
        return training.step(
                (row, column, count, target, at) ->
                        System.arraycopy(rows[rows.length - 1 - row], column, target, at, count),
                order,
                3,
                order.length,
                1,
                2,
                move);
    }

    static Map<String, float[]> byName(List<Tensor> tensors) {
        Map<String, float[]> values = new TreeMap<>();
        tensors.forEach(tensor -> values.put(tensor.name(), tensor.values()));
        return values;
    }

    static void assertSame(List<Tensor> tensors, List<Tensor> expected) {
        Map<String, float[]> values = byName(tensors);
        byName(expected)
                .forEach(
                        (name, numbers) -> assertThat(values.get(name)).as(name).containsExactly(numbers));
    }

    static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }
}

package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.fused.TrainingSteps.RANDOM;
import static org.muonframework.train.fused.TrainingSteps.assertClose;
import static org.muonframework.train.fused.TrainingSteps.byName;
import static org.muonframework.train.fused.TrainingSteps.negative;
import static org.muonframework.train.fused.TrainingSteps.step;
import static org.muonframework.train.fused.TrainingSteps.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.neural.store.Tensor;

/** Fused steps of any network, against a naive one in double precision. */
class RandomNetworksTest {

    @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
    void givesLossAndGradientOfAnyNetwork(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Architecture architecture = RandomNetworks.architecture(random);
        int count = random.nextInt(2, 300);
        float[][] rows = RandomNetworks.rows(architecture, count, random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        KernelSet kernels = random.nextInt(3) == 0 ? KernelSet.plain() : KernelSet.vector();

        NaiveNetwork naive = new NaiveNetwork(architecture, parameters);
        naive.evaluate(rows, RANDOM, 1, 2);
        try (FusedTraining training = training(architecture, count + random.nextInt(300), 2, kernels)) {
            training.restore(parameters);
            StepResult result = step(training, rows);

            assertThat(result.made()).isTrue();
            for (int i = 0; i < naive.losses().size(); i++) {
                double loss = naive.losses().get(i);
                assertThat(result.losses()[i] / result.weight()).isCloseTo(loss, within(1e-5 * (Math.abs(loss) + 0.1)));
            }
            Map<String, float[]> steps = byName(training.optimizerState());
            assertThat(steps.keySet().stream().map(name -> name.substring(5)))
                    .containsAll(naive.gradients().keySet());
            naive.gradients()
                    .forEach((name, gradient) -> assertClose(name, steps.get("step/" + name), negative(gradient)));
            byName(training.snapshot()).forEach((name, values) -> {
                if (name.contains("running") && leadsToLoss(naive, name)) {
                    assertClose(name, values, naive.parameters().get(name));
                }
            });
        }
    }

    @Property(tries = 6, seed = "2", shrinking = ShrinkingMode.OFF)
    void givesTheSameBitsForAnyNumberOfThreads(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Architecture architecture = RandomNetworks.architecture(random);
        float[][] rows = RandomNetworks.rows(architecture, 1300 + random.nextInt(200), random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);

        Map<String, float[]> alone = twoSteps(architecture, parameters, rows, 1);
        for (int threads : new int[] {2, 3, 5}) {
            Map<String, float[]> shared = twoSteps(architecture, parameters, rows, threads);
            alone.forEach((name, values) -> assertThat(shared.get(name))
                    .as("%s of %d threads", name, threads)
                    .containsExactly(values));
        }
    }

    private static Map<String, float[]> twoSteps(
            Architecture architecture, List<Tensor> parameters, float[][] rows, int threads) {
        try (FusedTraining training = training(architecture, rows.length, threads, KernelSet.vector())) {
            training.restore(parameters);
            for (int i = 0; i < 2; i++) {
                step(training, rows);
            }
            return byName(training.snapshot());
        }
    }

    /** A normalisation that no loss depends on has no gradient, and need not be computed. */
    private static boolean leadsToLoss(NaiveNetwork naive, String running) {
        String gamma = running.replaceFirst("running.*", "gamma");
        return Arrays.stream(naive.gradients().get(gamma)).anyMatch(g -> g != 0);
    }
}

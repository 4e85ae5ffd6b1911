package org.muonframework.train.fused.kernel;

import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Kernels of volumes with vectors and plain ones come to the same bits, whatever the length of a vector. */
class VolumeSameBitsTest {

    private static final int ROWS = 13;

    @Test
    void inConvolutions() {
        assertSame((kernels, random) -> {
            Grid cells = VolumeCases.grid(random);
            Filter filter = filter(cells, random);
            Group a = Group.random(
                    new Volume(filter.inputs(), cells, filter.window().padding()), ROWS, random);
            Group c = Group.empty(new Volume(filter.outputs(), filter.window().places(cells), Grid.ONE), random);
            float[] w = KernelCases.numbers(filter.size(), random);
            float[] bias = KernelCases.numbers(filter.outputs(), random);
            kernels.convolve(a.volume(), a.values(), a.from(), filter, w, 0, bias, 0, c.volume(), c.values(), c.from());
            return c.cells();
        });
    }

    @Test
    void inGradientsOfInputs() {
        assertSame((kernels, random) -> {
            Grid cells = VolumeCases.grid(random);
            Filter filter = filter(cells, random);
            Group d = gradient(cells, filter, random);
            Group g = Group.empty(new Volume(filter.inputs(), cells, Grid.ZERO), random);
            float[] w = KernelCases.numbers(filter.size(), random);
            kernels.convolveBack(d.volume(), d.values(), d.from(), filter, w, 0, g.volume(), g.values(), g.from());
            return g.cells();
        });
    }

    @Test
    void inGradientsOfWeights() {
        assertSame((kernels, random) -> {
            Grid cells = VolumeCases.grid(random);
            Filter filter = filter(cells, random);
            Group a = Group.random(
                    new Volume(filter.inputs(), cells, filter.window().padding()), ROWS, random);
            Group d = gradient(cells, filter, random);
            float[] g = new float[filter.size()];
            for (boolean fresh : new boolean[] {true, false}) {
                kernels.convolveOuter(
                        a.volume(), a.values(), a.from(), d.volume(), d.values(), d.from(), filter, fresh, g, 0);
            }
            return g;
        });
    }

    @Test
    void inNormalisations() {
        assertSame((kernels, random) -> {
            Volume volume = new Volume(random.nextInt(1, 5), VolumeCases.grid(random), Grid.ONE);
            Group x = Group.random(volume, ROWS, random);
            Group d = Group.random(volume, ROWS, random);
            float[] mean = KernelCases.numbers(volume.channels(), random);
            float[][] sums = new float[4][volume.channels()];
            kernels.moments(ROWS, volume, x.values(), x.from(), mean, true, sums[0], sums[1], 0);
            kernels.normaliseSums(
                    ROWS, volume, d.values(), d.from(), volume, x.values(), x.from(), mean, true, sums[2], sums[3], 0);
            kernels.normaliseBack(
                    ROWS, volume, d.values(), d.from(), volume, x.values(), x.from(), mean, sums[0], sums[1], sums[2]);
            kernels.normalise(volume, x.values(), x.from(), volume, x.values(), x.from(), mean, sums[3], sums[0]);
            kernels.add(volume, x.values(), x.from(), volume, d.values(), d.from());
            return d.cells();
        });
    }

    private static Filter filter(Grid cells, SplittableRandom random) {
        return new Filter(random.nextInt(1, 8), random.nextInt(1, 12), VolumeCases.window(cells, random));
    }

    private static Group gradient(Grid cells, Filter filter, SplittableRandom random) {
        Window window = filter.window();
        return Group.random(new Volume(filter.outputs(), window.places(cells), window.borderBack(cells)), ROWS, random);
    }

    private static void assertSame(BiFunction<VolumeKernels, SplittableRandom, float[]> work) {
        for (int seed = 0; seed < 30; seed++) {
            KernelCases.assertSame(
                    work.apply(KernelSet.vector().create().volumes(), new SplittableRandom(seed)),
                    work.apply(KernelSet.plain().create().volumes(), new SplittableRandom(seed)));
        }
    }
}

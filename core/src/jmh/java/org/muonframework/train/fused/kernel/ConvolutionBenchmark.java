package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A convolution of a group of 16 rows, the gradient of its inputs and that of its weights, by one thread: sizes of the
 * calorimeter's networks. {@code -t 2} for two threads.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ConvolutionBenchmark {

    /** Inputs, outputs, cells, size and stride of the kernel; the padding is half of its size. */
    @Param({
        "1 8 50 32 32 4 2",
        "10 10 26 17 17 3 1",
        "5 5 26 17 17 3 1",
        "11 16 26 17 17 4 2",
        "16 16 14 9 9 3 1",
        "49 49 5 3 3 3 1"
    })
    public String sizes;

    /** Which kernels: vector or plain. */
    @Param("vector")
    public String kernels;

    private VolumeKernels volumes;
    private Filter filter;
    private Volume as;
    private Volume cs;
    private float[] a;
    private float[] c;
    private float[] w;
    private float[] bias;
    private float[] gradient;
    private float[] weights;

    /** Fills all arrays, the results as well, with random cells. */
    @Setup
    public void prepare() {
        int[] size = Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray();
        KernelSet set = kernels.equals("vector") ? KernelSet.vector() : KernelSet.plain();
        volumes = set.create().volumes();
        Grid cells = new Grid(size[2], size[3], size[4]);
        Window window = new Window(cube(size[5]), cube(size[6]), cube(size[5] / 2));
        filter = new Filter(size[0], size[1], window);
        as = new Volume(size[0], cells, window.padding());
        cs = new Volume(size[1], window.places(cells), window.borderBack(cells));
        SplittableRandom random = new SplittableRandom(1);
        a = cells(as, random);
        c = cells(cs, random);
        gradient = new float[as.size()];
        w = new float[filter.size()];
        fill(w, 0, w.length, random);
        bias = new float[size[1]];
        weights = new float[filter.size()];
    }

    private static Grid cube(int size) {
        return new Grid(size, size, size);
    }

    private static float[] cells(Volume volume, SplittableRandom random) {
        float[] values = new float[volume.size()];
        VolumeLines.forEach(volume, 0, volume, 0, (cells, from, same) ->
                fill(values, from, from + cells * Volume.LANES, random));
        return values;
    }

    private static void fill(float[] values, int from, int to, SplittableRandom random) {
        for (int i = from; i < to; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
    }

    /** The way there. */
    @Benchmark
    public float[] convolve() {
        volumes.convolve(as, a, 0, filter, w, 0, bias, 0, cs, c, 0);
        return c;
    }

    /** The gradient of the inputs. */
    @Benchmark
    public float[] convolveBack() {
        volumes.convolveBack(cs, c, 0, filter, w, 0, as, gradient, 0);
        return gradient;
    }

    /** The gradient of the weights. */
    @Benchmark
    public float[] convolveOuter() {
        volumes.convolveOuter(as, a, 0, cs, c, 0, filter, true, weights, 0);
        return weights;
    }
}

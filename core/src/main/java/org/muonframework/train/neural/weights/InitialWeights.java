package org.muonframework.train.neural.weights;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.muonframework.spi.RandomStreams;

/**
 * The first values of parameters, the same for every way to train.
 *
 * <p>Weights are uniform in ±√(6 / (n<sub>in</sub> + n<sub>out</sub>)) (Glorot and Bengio, AISTATS 2010, equation 16).
 * Their layout is (out, in, kernel…), so n<sub>out</sub> is the first size and n<sub>in</sub> the second, each times
 * the kernel's volume. Biases and shifts are 0, scales 1, running means 0, running variances 1.
 */
public final class InitialWeights {

    private static final String PURPOSE = "initial-weights";

    private InitialWeights() {}

    /**
     * The first values of a parameter, row-major.
     *
     * @param shape sizes, slowest first; of weights at least two
     * @param position of the parameter among all of its network, which has the stream {@code initial-weights} of that
     *     index
     */
    public static float[] of(ParameterKind kind, List<Integer> shape, RandomStreams random, int position) {
        float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
        switch (kind) {
            case WEIGHT -> fill(values, shape, random.stream(PURPOSE, position));
            case GAMMA, RUNNING_VAR -> Arrays.fill(values, 1);
            case BIAS, BETA, RUNNING_MEAN -> Arrays.fill(values, 0);
        }
        return values;
    }

    private static void fill(float[] values, List<Integer> shape, RandomGenerator random) {
        long volume = values.length / ((long) shape.get(0) * shape.get(1));
        double limit = Math.sqrt(6.0 / (((long) shape.get(0) + shape.get(1)) * volume));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
        }
    }
}

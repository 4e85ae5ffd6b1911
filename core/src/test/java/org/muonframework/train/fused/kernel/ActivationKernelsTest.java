package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.spi.model.ActivationFunction;

/** The elementwise functions, against the mathematical library in double precision. */
class ActivationKernelsTest {

    private static final List<ActivationFunction> FUNCTIONS = List.of(
            ActivationFunction.IDENTITY,
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.SWISH,
            ActivationFunction.TANH,
            ActivationFunction.SIGMOID);
    private static final double LEAK = 0.01f;
    /** Units in the last place: 2 of the exponential, and of a quotient and a sum one half each. */
    private static final int UNITS = 4;
    /** Below this size the exponential, which is kept from overflow, leaves sigmoid and swish no digits. */
    private static final double SMALLEST = 2e-36;

    private static final int ROWS = 61;
    private static final int COLUMNS = 50;
    private static final int COUNT = ROWS * COLUMNS;
    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    @ParameterizedTest
    @MethodSource(KERNELS)
    void areExactToSomeUnitsInTheLastPlace(Kernels kernels) {
        Block x = Block.of(ROWS, COLUMNS, arguments(), kernels.width(), 0);
        for (ActivationFunction function : FUNCTIONS) {
            Block y = Block.empty(ROWS, COLUMNS, kernels.width(), 5);
            Block before = y.copy();

            kernels.activate(function, ROWS, x.filled(), x.values(), 0, y.values(), 5);

            for (int row = 0; row < ROWS; row++) {
                for (int j = 0; j < COLUMNS; j++) {
                    double expected = value(function, x.get(row, j));
                    double rounding = UNITS * Math.ulp((float) expected) + SMALLEST;
                    KernelCases.assertNear(y.get(row, j), expected, rounding, "%s of %s", function, x.get(row, j));
                }
            }
            y.assertChangedFrom(before);
            Block inPlace = x.copy();
            kernels.activate(function, ROWS, x.filled(), inPlace.values(), 0, inPlace.values(), 0);
            KernelCases.assertSame(inPlace.matrix(), y.matrix());
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void multiplyGradientsWithTheirSlope(Kernels kernels) {
        Block x = Block.of(ROWS, COLUMNS, arguments(), kernels.width(), 0);
        double step = 1e-5;
        for (ActivationFunction function : FUNCTIONS) {
            Block saved = x.copy();
            if (function != ActivationFunction.SWISH) {
                kernels.activate(function, ROWS, x.filled(), x.values(), 0, saved.values(), 0);
            }
            Block d = Block.random(ROWS, COLUMNS, kernels.width(), 5, new SplittableRandom(2));
            Block before = d.copy();

            kernels.activateBack(function, ROWS, x.filled(), saved.values(), 0, d.values(), 5);

            for (int row = 0; row < ROWS; row++) {
                for (int j = 0; j < COLUMNS; j++) {
                    double at = x.get(row, j);
                    boolean kink = Math.abs(at) <= step;
                    if (!kink) {
                        double slope = (value(function, at + step) - value(function, at - step)) / (2 * step);
                        KernelCases.assertNear(
                                d.get(row, j), before.get(row, j) * slope, 1e-6, "%s at %s", function, at);
                    }
                }
            }
            d.assertFilledWithZeros();
            d.assertChangedFrom(before);
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void haveTheSlopeOfNegativeNumbersAtZero(Kernels kernels) {
        float[] zeros = new float[kernels.width()];
        for (ActivationFunction function : List.of(ActivationFunction.RELU, ActivationFunction.LEAKY_RELU)) {
            float[] d = KernelCases.numbers(zeros.length, new SplittableRandom(2));
            float[] expected = d.clone();
            for (int i = 0; i < d.length; i++) {
                expected[i] *= function == ActivationFunction.RELU ? 0 : 0.01f;
            }

            kernels.activateBack(function, 1, zeros.length, zeros, 0, d, 0);

            for (int i = 0; i < d.length; i++) {
                KernelCases.assertNear(d[i], expected[i], 0, "%s", function);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void letLeakWhatIsMinusZero(Kernels kernels) {
        float[] x = new float[kernels.width()];
        Arrays.fill(x, -0.0f);
        float[] d = new float[x.length];
        Arrays.fill(d, 3);

        kernels.activate(ActivationFunction.LEAKY_RELU, 1, x.length, x, 0, x, 0);
        kernels.activateBack(ActivationFunction.LEAKY_RELU, 1, x.length, x, 0, d, 0);

        assertThat(d).containsOnly(3 * 0.01f);
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void letNotANumberPass(Kernels kernels) {
        int count = 8 * kernels.width();
        for (ActivationFunction function : FUNCTIONS) {
            // Often enough for the compiled code to be what is tested.
            for (int turn = 0; turn < 300; turn++) {
                float[] x = new float[count];
                x[turn % count] = turn % 2 == 0 ? Float.NaN : Float.intBitsToFloat(0xffc00000);
                kernels.activate(function, 8, kernels.width(), x, 0, x, 0);
                for (int i = 0; i < count; i++) {
                    assertThat(Float.isNaN(x[i]))
                            .as("%s, value %d", function, i)
                            .isEqualTo(i == turn % count);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void haveTheirLimits(Kernels kernels) {
        float[] x = new float[kernels.width()];
        x[0] = Float.POSITIVE_INFINITY;
        x[1] = Float.NEGATIVE_INFINITY;
        for (ActivationFunction function : FUNCTIONS) {
            float[] y = new float[x.length];
            kernels.activate(function, 1, x.length, x, 0, y, 0);
            switch (function) {
                case TANH -> assertThat(y).startsWith(1, -1);
                case SIGMOID -> {
                    assertThat(y[0]).isEqualTo(1);
                    assertThat(y[1]).isBetween(0f, 1e-35f);
                }
                case RELU -> assertThat(y).startsWith(Float.POSITIVE_INFINITY, 0);
                case SWISH -> {
                    assertThat(y[0]).isEqualTo(Float.POSITIVE_INFINITY);
                    assertThat(y[1])
                            .as("no number that could pass for a good one")
                            .isNotFinite();
                }
                default -> assertThat(y).startsWith(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void refuseSoftmax(Kernels kernels) {
        float[] x = new float[kernels.width()];

        assertThatThrownBy(() -> kernels.activate(ActivationFunction.SOFTMAX, 1, x.length, x, 0, x, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kernels.activateBack(ActivationFunction.SOFTMAX, 1, x.length, x, 0, x, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** From −100 to 100, denser near 0, with zeros, tiny numbers and the places where a formula changes. */
    private static float[] arguments() {
        float[] x = new float[COUNT];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < COUNT; i++) {
            x[i] = (float) (random.nextDouble(-1, 1) * Math.pow(10, random.nextDouble(-6, 2)));
        }
        float[] special = {
            0,
            -0.0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            1e-38f,
            -1e-38f,
            0.625f,
            -0.625f,
            0.62499994f,
            87,
            -87,
            100,
            -100
        };
        System.arraycopy(special, 0, x, 0, special.length);
        return x;
    }

    private static double value(ActivationFunction function, double x) {
        return switch (function) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : LEAK * x;
            case SWISH -> x / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SOFTMAX -> throw new IllegalArgumentException();
        };
    }
}

package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** What tests of kernels share. */
final class KernelCases {

    /** Half a unit in the last place of 1. */
    static final double ROUNDING = 0x1p-24;

    private KernelCases() {}

    /** Kernels of each kind. */
    static Stream<Named<Kernels>> all() {
        return Stream.of(KernelSet.vector(), KernelSet.plain()).map(set -> Named.of(set.name(), set.create()));
    }

    /** Quicker than an assertion for each number. */
    static void assertNear(double actual, double expected, double rounding, String what, Object... places) {
        if (!(Math.abs(actual - expected) <= rounding)) {
            throw new AssertionError(String.format(Locale.ROOT, what, places)
                    + String.format(Locale.ROOT, ": %s, not %s within %s", actual, expected, rounding));
        }
    }

    /** Quicker than an assertion for each number. */
    static void assertSame(float[] actual, float[] expected) {
        int place = Arrays.mismatch(actual, expected);
        if (place >= 0) {
            throw new AssertionError("at " + place + ": " + actual[place] + ", not " + expected[place]);
        }
    }

    /** Numbers from −2 to 2, some of them 0. */
    static float[] numbers(int count, SplittableRandom random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextInt(10) == 0 ? 0 : (float) random.nextDouble(-2, 2);
        }
        return numbers;
    }

    /** A number for each column, and 0 for those that fill up the last panel. */
    static float[] row(int columns, int width, SplittableRandom random) {
        return Arrays.copyOf(numbers(columns, random), Panels.filled(columns, width));
    }
}

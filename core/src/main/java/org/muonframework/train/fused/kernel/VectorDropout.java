package org.muonframework.train.fused.kernel;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.muonframework.train.neural.data.DropoutMask;

/** The loops over rows of dropout; {@link VectorKernels} says why they are as they are. */
final class VectorDropout {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int SIGN = 31;
    private static final int[] PLACES = IntStream.range(0, LANES).toArray();

    private VectorDropout() {}

    /** Repeats {@link DropoutMask#hash} with vectors. */
    static void dropLanes(
            int rows, int units, float[] x, int xi, int position, int first, int second, int threshold, float factor) {
        FloatVector zero = FloatVector.zero(SPECIES);
        IntVector minusZero = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        IntVector places = IntVector.fromArray(INTS, PLACES, 0).add(position);
        for (int row = 0; row < rows; row++) {
            IntVector h = places.add(row * units).lanewise(VectorOperators.XOR, first);
            h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16))
                    .mul(DropoutMask.FIRST_MULTIPLIER)
                    .add(second);
            h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15))
                    .mul(DropoutMask.SECOND_MULTIPLIER);
            IntVector dropped =
                    h.lanewise(VectorOperators.LSHR, 1).sub(threshold).lanewise(VectorOperators.ASHR, SIGN);
            IntVector kept = load(x, xi + row * WIDTH).mul(factor).add(zero).reinterpretAsInts();
            kept.and(dropped.not())
                    .or(dropped.and(minusZero))
                    .reinterpretAsFloats()
                    .intoArray(x, xi + row * WIDTH);
        }
    }

    /** d becomes d · factor where y was kept, 0 where it was dropped: −0 in y. */
    static void dropPanelBack(int values, float[] y, int yi, float[] d, int di, float factor) {
        IntVector minusZero = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        for (int i = 0; i < values; i += LANES) {
            IntVector other = load(y, yi + i).reinterpretAsInts().lanewise(VectorOperators.XOR, minusZero);
            IntVector kept = other.or(other.neg()).lanewise(VectorOperators.ASHR, SIGN);
            load(d, di + i)
                    .mul(factor)
                    .reinterpretAsInts()
                    .and(kept)
                    .reinterpretAsFloats()
                    .intoArray(d, di + i);
        }
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}

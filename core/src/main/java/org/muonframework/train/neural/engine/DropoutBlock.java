package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.muonframework.train.neural.data.DropoutMask;

/**
 * Multiplies in training with a {@link DropoutMask}, made in Java so that it is the same for all engines: 0 where a
 * value is dropped, else 1 / (1 − rate).
 */
final class DropoutBlock extends CompositeBlock {

    private final DropoutMasks masks;
    private final int node;
    private final double rate;
    private int[] positions = new int[0];
    private int[] factors = new int[0];
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    DropoutBlock(DropoutMasks masks, int node, double rate) {
        this.masks = masks;
        this.node = node;
        this.rate = rate;
    }

    @Override
    NDArray compute(ParameterStore store, NDArray input, boolean training) {
        if (!training) {
            return input;
        }
        int size = Math.toIntExact(input.getShape().size());
        makeRoom(size);
        fill(masks.of(node, rate), Float.floatToRawIntBits((float) (1 / (1 - rate))), size);
        buffer.asIntBuffer().put(factors, 0, size);
        return input.mul(input.getManager().create(buffer.asFloatBuffer().limit(size), input.getShape()));
    }

    private void makeRoom(int size) {
        if (size > factors.length) {
            positions = IntStream.range(0, size).toArray();
            factors = new int[size];
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
                    .order(ByteOrder.nativeOrder());
        }
    }

    /**
     * Writes the bits of the factors: integers without a branch, and positions that come from an array, because the
     * virtual machine turns only such a loop into vectors (7 times as fast).
     */
    private void fill(DropoutMask mask, int kept, int size) {
        int first = mask.first();
        int second = mask.second();
        int threshold = mask.threshold();
        for (int i = 0; i < size; i++) {
            int distance = (DropoutMask.hash(positions[i], first, second) >>> 1) - threshold;
            factors[i] = kept & ~(distance >> (Integer.SIZE - 1));
        }
    }
}

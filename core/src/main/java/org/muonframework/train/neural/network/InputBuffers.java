package org.muonframework.train.neural.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Architecture;

/** Native memory in which batches are put together, one buffer for each input of a network. */
public final class InputBuffers {

    private final List<Architecture.Input> inputs;
    private final List<FloatBuffer> buffers = new ArrayList<>();

    /** Writes the rows of one input. */
    @FunctionalInterface
    public interface Source {

        /** Appends the rows {@code from} to before {@code to} of an input to a buffer. */
        void fill(int input, int from, int to, FloatBuffer target);
    }

    /** Room for batches of up to this many rows. */
    public InputBuffers(Architecture architecture, int rows) {
        inputs = architecture.inputs();
        for (Architecture.Input input : inputs) {
            long bytes = input.shape().elements() * rows * Float.BYTES;
            buffers.add(ByteBuffer.allocateDirect(Math.toIntExact(bytes))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer());
        }
    }

    /** The rows {@code from} to before {@code to} as arrays of a batch. */
    public NDList assemble(NDManager batch, Source source, int from, int to) {
        NDList arrays = new NDList();
        for (int i = 0; i < buffers.size(); i++) {
            FloatBuffer buffer = buffers.get(i).clear();
            source.fill(i, from, to, buffer);
            arrays.add(batch.create(
                    buffer.flip(),
                    ArchitectureCompiler.batched(to - from, inputs.get(i).shape())));
        }
        return arrays;
    }
}

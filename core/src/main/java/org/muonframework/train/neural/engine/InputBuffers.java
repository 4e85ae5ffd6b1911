package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.neural.data.Scorer;

/** Memory in which batches are put together, for each input of a network a native buffer, and an array for columns. */
public final class InputBuffers {

    /** The memory of one input. */
    @FunctionalInterface
    private interface InputBuffer {

        /** The rows {@code from} to before {@code to}, row by row; valid until the next call. */
        FloatBuffer fill(Scorer.Source source, int from, int to);
    }

    private final List<Architecture.Input> inputs;
    private final List<InputBuffer> buffers = new ArrayList<>();

    /** Room for batches of up to this many rows. */
    public InputBuffers(Architecture architecture, int rows) {
        inputs = architecture.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            buffers.add(inputs.get(i).takesImage() ? ofImages(i, rows) : ofColumns(i, rows));
        }
    }

    private InputBuffer ofImages(int input, int rows) {
        DenseImages images = new DenseImages(inputs.get(input).shape(), rows);
        return (source, from, to) -> images.fill(source.images(input, from, to));
    }

    private InputBuffer ofColumns(int input, int rows) {
        int width = Math.toIntExact(inputs.get(input).shape().elements());
        float[] values = new float[Math.multiplyExact(width, rows)];
        FloatBuffer buffer = ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return (source, from, to) -> {
            source.fill(input, from, to, values);
            return buffer.clear().put(values, 0, (to - from) * width).flip();
        };
    }

    /** The rows {@code from} to before {@code to} as arrays of a batch. */
    public NDList assemble(NDManager batch, Scorer.Source source, int from, int to) {
        NDList arrays = new NDList();
        for (int i = 0; i < buffers.size(); i++) {
            FloatBuffer buffer = buffers.get(i).fill(source, from, to);
            arrays.add(batch.create(
                    buffer,
                    ArchitectureCompiler.batched(to - from, inputs.get(i).shape())));
        }
        return arrays;
    }
}

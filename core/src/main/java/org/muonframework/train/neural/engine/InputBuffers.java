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

/** Memory in which batches are put together, for each input of a network an array and a native buffer. */
public final class InputBuffers {

    private final List<Architecture.Input> inputs;
    private final List<float[]> rows = new ArrayList<>();
    private final List<FloatBuffer> buffers = new ArrayList<>();

    /** Room for batches of up to this many rows. */
    public InputBuffers(Architecture architecture, int rows) {
        inputs = architecture.inputs();
        for (Architecture.Input input : inputs) {
            int values = Math.toIntExact(input.shape().elements() * rows);
            this.rows.add(new float[values]);
            buffers.add(ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer());
        }
    }

    /** The rows {@code from} to before {@code to} as arrays of a batch. */
    public NDList assemble(NDManager batch, Scorer.Source source, int from, int to) {
        NDList arrays = new NDList();
        for (int i = 0; i < buffers.size(); i++) {
            Architecture.Input input = inputs.get(i);
            source.fill(i, from, to, rows.get(i));
            int values = (to - from) * Math.toIntExact(input.shape().elements());
            FloatBuffer buffer =
                    buffers.get(i).clear().put(rows.get(i), 0, values).flip();
            arrays.add(batch.create(buffer, ArchitectureCompiler.batched(to - from, input.shape())));
        }
        return arrays;
    }
}

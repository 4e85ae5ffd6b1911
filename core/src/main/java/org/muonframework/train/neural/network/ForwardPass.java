package org.muonframework.train.neural.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Shape;

/** Computes a network's raw outputs for many rows, a part at a time so that memory stays small and caches warm. */
public final class ForwardPass {

    private static final int MOST_ROWS = 4096;
    private static final long MOST_VALUES = 1L << 26;

    private final Network network;
    private final int chunk;
    private final InputBuffers buffers;

    /** Takes the outputs of a part. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Outputs of the rows {@code from} to before {@code to}.
         *
         * @param outputs for each output of the network its values row by row
         */
        void accept(int from, int to, float[][] outputs);
    }

    /** A pass over up to this many rows. */
    public ForwardPass(Network network, int rows) {
        this.network = network;
        chunk = Math.max(1, Math.min(rows, chunk(network.architecture())));
        buffers = new InputBuffers(network.architecture(), chunk);
    }

    /** Computes rows 0 to before {@code rows}, in order. */
    public void run(int rows, InputBuffers.Source source, Sink sink) {
        for (int from = 0; from < rows; from += chunk) {
            int to = Math.min(rows, from + chunk);
            try (NDManager batch = network.newBatch()) {
                NDList outputs = network.forward(buffers.assemble(batch, source, from, to), false);
                float[][] values = new float[outputs.size()][];
                for (int i = 0; i < values.length; i++) {
                    values[i] = outputs.get(i).toFloatArray();
                }
                sink.accept(from, to, values);
            }
        }
    }

    private static int chunk(Architecture architecture) {
        long valuesInRow = architecture.shapes().values().stream()
                .mapToLong(Shape::elements)
                .sum();
        return (int) Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / valuesInRow));
    }
}

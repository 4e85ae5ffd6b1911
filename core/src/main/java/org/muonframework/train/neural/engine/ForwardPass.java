package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.data.Scorer;

/**
 * Computes a network's raw outputs for many rows, a part at a time so that memory stays small and caches warm.
 *
 * <p>Between calls it keeps the buffers of columns, but not those of images, which are large and hold on to the hits of
 * the last rows: many trained networks may wait beside each other, as in an ensemble. Closing it closes its network.
 */
public final class ForwardPass implements Scorer {

    private static final int MOST_ROWS = 4096;
    private static final long MOST_VALUES = 1L << 26;

    /** In a buffer of images: 16 MiB, since memory outside of the heap is given back only when the heap is cleaned. */
    private static final long MOST_VALUES_OF_IMAGES = 1L << 22;

    private final Network network;
    private final int largestChunk;
    private int room;
    private InputBuffers buffers;

    /** A pass through a network. */
    public ForwardPass(Network network) {
        this.network = network;
        largestChunk = largestChunk(network.architecture());
        buffers = new InputBuffers(network.architecture(), room);
    }

    @Override
    public void run(int rows, Source source, Sink sink) {
        int chunk = Math.min(rows, largestChunk);
        makeRoom(chunk);
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
        if (network.architecture().inputs().stream().anyMatch(Architecture.Input::takesImage)) {
            room = 0;
            buffers = new InputBuffers(network.architecture(), room);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private void makeRoom(int rows) {
        if (rows > room) {
            buffers = new InputBuffers(network.architecture(), rows);
            room = rows;
        }
    }

    private static int largestChunk(Architecture architecture) {
        long valuesInRow = architecture.shapes().values().stream()
                .mapToLong(Shape::elements)
                .sum();
        long ofImages = architecture.inputs().stream()
                .filter(Architecture.Input::takesImage)
                .mapToLong(input -> MOST_VALUES_OF_IMAGES / input.shape().elements())
                .min()
                .orElse(MOST_ROWS);
        return (int) Math.max(1, Math.min(Math.min(MOST_ROWS, ofImages), MOST_VALUES / valuesInRow));
    }
}

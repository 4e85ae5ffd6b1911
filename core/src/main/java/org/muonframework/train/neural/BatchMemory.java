package org.muonframework.train.neural;

import java.util.Optional;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Shape;

/**
 * How much memory an engine needs for rows that go through a network together in training, about: every input and the
 * output of every node in single precision, once forward and once backward, Σ elements · 2 · 4 bytes · rows. Parameters,
 * the optimiser's memory and what an engine needs beside are not counted.
 *
 * @param bytesPerRow for each row
 */
public record BatchMemory(long bytesPerRow) {

    private static final int FORWARD_AND_BACKWARD = 2;

    /** Of a network. */
    public static BatchMemory of(Architecture architecture) {
        long elements = architecture.shapes().values().stream()
                .mapToLong(Shape::elements)
                .sum();
        return new BatchMemory(elements * FORWARD_AND_BACKWARD * Float.BYTES);
    }

    /** Of a network in training, if an engine trains it. */
    public static Optional<BatchMemory> inTraining(NeuralSettings settings, Architecture architecture) {
        return TrainingPaths.needsEngine(settings, architecture) ? Optional.of(of(architecture)) : Optional.empty();
    }

    /** For so many rows. */
    public long bytes(int rows) {
        return Math.multiplyExact(bytesPerRow, rows);
    }

    /** The most rows that this many bytes are enough for; at least 0. */
    public long rowsWithin(long bytes) {
        return Math.max(0, bytes) / bytesPerRow;
    }
}

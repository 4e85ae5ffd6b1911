package org.muonframework.train.neural;

import java.util.Optional;
import java.util.OptionalLong;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.fused.FusedMemory;
import org.muonframework.train.fused.step.Blocks;

/**
 * How much memory rows take that go through a network together in training, about. Parameters, the optimiser's memory and
 * what else an engine or a thread needs are not counted.
 *
 * @param ofEngine whether it is an engine's memory and not the JVM's
 * @param bytesPerRow for each row
 * @param mostRows the most rows that one array can hold
 */
public record BatchMemory(boolean ofEngine, long bytesPerRow, long mostRows) {

    private static final int FORWARD_AND_BACKWARD = 2;

    /**
     * Of a network on an engine: every input and the output of every node in single precision, once forward and once
     * backward, Σ elements · 2 · 4 bytes.
     */
    public static BatchMemory ofEngine(Architecture architecture) {
        long elements = architecture.shapes().values().stream()
                .mapToLong(Shape::elements)
                .sum();
        long largest = architecture.inputs().stream()
                .mapToLong(input -> input.shape().elements())
                .max()
                .orElseThrow();
        long mostInBuffer = Math.max(0, Integer.MAX_VALUE / Float.BYTES / largest - 1);
        return new BatchMemory(true, elements * FORWARD_AND_BACKWARD * Float.BYTES, mostInBuffer);
    }

    /** Of a network on the fused path: what is kept from one stage to another. */
    public static BatchMemory ofFusedPath(Architecture architecture) {
        FusedMemory memory = FusedMemory.of(architecture);
        return new BatchMemory(false, memory.bytesPerRow(), memory.mostRows());
    }

    /** Of a network on the path that trains it; none of a dense one on the fused path, which takes next to nothing. */
    public static Optional<BatchMemory> inTraining(NeuralSettings settings, Architecture architecture) {
        if (TrainingPaths.needsEngine(settings, architecture)) {
            return Optional.of(ofEngine(architecture));
        }
        return Blocks.of(architecture) == Blocks.DENSE ? Optional.empty() : Optional.of(ofFusedPath(architecture));
    }

    /** What this machine has of it; empty where that is not known. */
    OptionalLong available() {
        return ofEngine
                ? MachineMemory.besideHeap()
                : OptionalLong.of(Runtime.getRuntime().maxMemory());
    }

    /** For so many rows. */
    public long bytes(int rows) {
        return Math.multiplyExact(bytesPerRow, rows);
    }

    /** The most rows that this many bytes are enough for; at least 0. */
    public long rowsWithin(long bytes) {
        return bytesPerRow == 0 ? mostRows : Math.min(mostRows, Math.max(0, bytes) / bytesPerRow);
    }
}

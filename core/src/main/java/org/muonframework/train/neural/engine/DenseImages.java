package org.muonframework.train.neural.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.train.SparseImages;

/** Memory for the images of a batch with all their cells: zero, but for the hits of the batch that was put in last. */
final class DenseImages {

    private final int cells;
    private final FloatBuffer buffer;
    private Optional<SparseImages> present = Optional.empty();

    /** Room for this many images. */
    DenseImages(Shape shape, int rows) {
        cells = Math.toIntExact(shape.elements());
        buffer = ByteBuffer.allocateDirect(Math.multiplyExact(Math.multiplyExact(cells, rows), Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The images of a batch, row by row; valid until the next call. */
    FloatBuffer fill(SparseImages batch) {
        present.ifPresent(this::clear);
        present = Optional.of(batch);
        int[] numbers = batch.cells();
        float[] values = batch.values();
        for (int row = 0; row < batch.rows(); row++) {
            int first = row * cells;
            for (int hit = batch.starts()[row]; hit < batch.ends()[row]; hit++) {
                int place = first + numbers[hit];
                buffer.put(place, buffer.get(place) + values[hit]);
            }
        }
        return buffer.position(0).limit(batch.rows() * cells);
    }

    private void clear(SparseImages batch) {
        buffer.clear();
        for (int row = 0; row < batch.rows(); row++) {
            int first = row * cells;
            for (int hit = batch.starts()[row]; hit < batch.ends()[row]; hit++) {
                buffer.put(first + batch.cells()[hit], 0);
            }
        }
    }
}

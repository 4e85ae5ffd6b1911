package org.muonframework.train.neural.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.train.SparseImages;

/** Memory for the images of a batch with all their cells: zero, but for the hits of the batch that was put in last. */
final class DenseImages {

    private final int cells;
    private final FloatBuffer buffer;
    private int[] places = new int[0];
    private int filled;

    /** Room for this many images. */
    DenseImages(Shape shape, int rows) {
        cells = Math.toIntExact(shape.elements());
        buffer = ByteBuffer.allocateDirect(Math.multiplyExact(Math.multiplyExact(cells, rows), Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The images of a batch, row by row; valid until the next call. */
    FloatBuffer fill(SparseImages batch) {
        clear();
        makeRoom(Math.toIntExact(batch.hits()));
        int[] numbers = batch.cells();
        float[] values = batch.values();
        for (int row = 0; row < batch.rows(); row++) {
            int first = row * cells;
            for (int hit = batch.starts()[row]; hit < batch.ends()[row]; hit++) {
                int place = first + numbers[hit];
                buffer.put(place, buffer.get(place) + values[hit]);
                places[filled++] = place;
            }
        }
        return buffer.position(0).limit(batch.rows() * cells);
    }

    private void makeRoom(int hits) {
        if (hits > places.length) {
            places = new int[hits];
        }
    }

    private void clear() {
        buffer.clear();
        for (int i = 0; i < filled; i++) {
            buffer.put(places[i], 0);
        }
        filled = 0;
    }
}

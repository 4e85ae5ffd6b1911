package org.muonframework.data;

import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.SparseImages;

/** Collects the images of the rows of one part. */
final class ImageBuilder {

    private final ImagePlan plan;
    private final Chunks<int[]> ends = new Chunks<>(int[]::new);
    private final Chunks<int[]> cells = new Chunks<>(int[]::new);
    private final Chunks<float[]> values = new Chunks<>(float[]::new);
    private int hits;

    ImageBuilder(ImagePlan plan) {
        this.plan = plan;
    }

    /** Number of hits so far. */
    long hits() {
        return hits;
    }

    /** Takes some rows of a batch. */
    void append(SparseImages from, int[] rows, int count) {
        int[] more = new int[count];
        for (int i = 0; i < count; i++) {
            int start = from.starts()[rows[i]];
            int length = from.ends()[rows[i]] - start;
            if (length > Integer.MAX_VALUE - hits) {
                throw new DataException(
                        "images." + plan.name(),
                        "the rows of one part have more than " + Integer.MAX_VALUE
                                + " hits, the most that there can be; select fewer rows");
            }
            cells.append(from.cells(), start, length);
            values.append(from.values(), start, length);
            hits += length;
            more[i] = hits;
        }
        ends.append(more, count);
    }

    /** All images; none are left here. */
    SparseImages drain() {
        int[] last = ends.drain();
        int[] first = new int[last.length];
        System.arraycopy(last, 0, first, Math.min(1, last.length), Math.max(0, last.length - 1));
        hits = 0;
        return new SparseImages(plan.shape(), first, last, cells.drain(), values.drain());
    }
}

package org.muonframework.train.compose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

/** Takes some rows out of columns, into new arrays; the hits of images are shared. */
record RowPick(int[] rows) {

    /** The rows for which something holds, in their order. */
    static RowPick where(int size, IntPredicate wanted) {
        int[] found = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (wanted.test(row)) {
                found[count++] = row;
            }
        }
        return new RowPick(Arrays.copyOf(found, count));
    }

    /**
     * What a trainer learns from.
     *
     * @param features how many of the features are kept, from the first
     */
    Rows of(Rows from, int features) {
        Map<String, double[]> columns = new HashMap<>();
        from.columns().forEach((name, values) -> columns.put(name, of(values)));
        return new Rows(
                of(from.features(), features),
                of(from.labels()),
                of(from.targets(), from.targets().length),
                of(from.weights()),
                columns,
                of(from.events()),
                ofImages(from.images()));
    }

    /** Of images. */
    List<SparseImages> ofImages(List<SparseImages> images) {
        return images.stream().map(image -> image.pick(rows)).toList();
    }

    /** The first columns. */
    float[][] of(float[][] columns, int count) {
        return Stream.of(columns).limit(count).map(this::of).toArray(float[][]::new);
    }

    private float[] of(float[] from) {
        float[] some = new float[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }

    private double[] of(double[] from) {
        double[] some = new double[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }

    /** Of labels, which may be absent altogether. */
    private int[] of(int[] from) {
        int[] some = new int[from.length == 0 ? 0 : rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }

    /** Of events, which may be absent altogether. */
    private long[] of(long[] from) {
        long[] some = new long[from.length == 0 ? 0 : rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }
}

package org.muonframework.data;

import java.util.List;
import java.util.stream.Stream;
import org.muonframework.spi.train.SparseImages;

/**
 * Takes some rows out of columns of any kind, into new arrays.
 *
 * @param rows indices of the rows to take
 */
record Pick(int[] rows) {

    /** Of images, whose hits are shared. */
    List<SparseImages> of(List<SparseImages> images) {
        return images.stream().map(image -> image.pick(rows)).toList();
    }

    float[][] of(float[][] columns) {
        return Stream.of(columns).map(this::of).toArray(float[][]::new);
    }

    float[] of(float[] from) {
        float[] some = new float[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }

    double[] of(double[] from) {
        double[] some = new double[rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }

    /** Of events, which may be absent altogether. */
    long[] of(long[] from) {
        long[] some = new long[from.length == 0 ? 0 : rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }

    /** Of labels, which may be absent altogether. */
    int[] of(int[] from) {
        int[] some = new int[from.length == 0 ? 0 : rows.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }
}

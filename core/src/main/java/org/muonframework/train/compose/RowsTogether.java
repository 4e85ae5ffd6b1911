package org.muonframework.train.compose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

/** Puts rows behind others of the same columns, in new arrays. */
final class RowsTogether {

    private RowsTogether() {}

    /** All rows of the first, then all of the second. */
    static Rows of(Rows first, Rows second) {
        Map<String, double[]> columns = new HashMap<>();
        first.columns()
                .forEach((name, values) ->
                        columns.put(name, joined(values, second.columns().get(name))));
        return new Rows(
                joined(first.features(), second.features()),
                joined(first.labels(), second.labels()),
                joined(first.targets(), second.targets()),
                joined(first.weights(), second.weights()),
                columns,
                joined(first.events(), second.events()),
                IntStream.range(0, first.images().size())
                        .mapToObj(i ->
                                joined(first.images().get(i), second.images().get(i)))
                        .toList());
    }

    private static SparseImages joined(SparseImages first, SparseImages second) {
        int behind = first.cells().length;
        return new SparseImages(
                first.shape(),
                joined(first.starts(), shifted(second.starts(), behind)),
                joined(first.ends(), shifted(second.ends(), behind)),
                joined(first.cells(), second.cells()),
                joined(first.values(), second.values()));
    }

    private static int[] shifted(int[] places, int by) {
        return IntStream.of(places).map(place -> Math.addExact(place, by)).toArray();
    }

    private static float[][] joined(float[][] first, float[][] second) {
        return IntStream.range(0, first.length)
                .mapToObj(column -> joined(first[column], second[column]))
                .toArray(float[][]::new);
    }

    private static float[] joined(float[] first, float[] second) {
        float[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static long[] joined(long[] first, long[] second) {
        long[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}

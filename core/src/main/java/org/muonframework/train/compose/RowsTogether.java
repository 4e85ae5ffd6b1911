package org.muonframework.train.compose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

/** Puts rows behind others of the same columns, in new arrays; hits that all images share stay where they are. */
final class RowsTogether {

    /** The longest array that every JVM makes. */
    private static final int MOST_HITS = Integer.MAX_VALUE - 8;

    private RowsTogether() {}

    /**
     * All rows of the first, then all of the second.
     *
     * @throws DataException if their images have more hits than an array can hold
     */
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

    /** Rows of the same hits go on sharing them; of others the hits are copied that a row has. */
    private static SparseImages joined(SparseImages first, SparseImages second) {
        if (first.cells() == second.cells() && first.values() == second.values()) {
            return new SparseImages(
                    first.shape(),
                    joined(first.starts(), second.starts()),
                    joined(first.ends(), second.ends()),
                    first.cells(),
                    first.values());
        }
        long hits = first.hits() + second.hits();
        if (hits > MOST_HITS) {
            throw new DataException(
                    "ensemble",
                    String.format(
                            Locale.ROOT,
                            "the training and validation rows together have %,d hits in images of the shape %s, and %,d is"
                                    + " the most that there can be; expected fewer rows, or over = seeds",
                            hits,
                            first.shape(),
                            MOST_HITS));
        }
        SparseImages all = new SparseImages(
                first.shape(),
                new int[first.rows() + second.rows()],
                new int[first.rows() + second.rows()],
                new int[(int) hits],
                new float[(int) hits]);
        append(first, all, 0, 0);
        append(second, all, first.rows(), (int) first.hits());
        return all;
    }

    private static void append(SparseImages from, SparseImages all, int firstRow, int firstHit) {
        int place = firstHit;
        for (int row = 0; row < from.rows(); row++) {
            int start = from.starts()[row];
            int length = from.ends()[row] - start;
            System.arraycopy(from.cells(), start, all.cells(), place, length);
            System.arraycopy(from.values(), start, all.values(), place, length);
            all.starts()[firstRow + row] = place;
            place += length;
            all.ends()[firstRow + row] = place;
        }
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

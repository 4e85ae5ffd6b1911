package org.muonframework.data.lint;

import java.util.Arrays;
import java.util.Optional;
import org.muonframework.spi.data.Column;

/**
 * The numbers of a column in the rows to look at, as doubles; of a jagged column all elements, one after the other.
 *
 * @param rows the rows
 * @param numbers the values; perhaps an array of the dataset: read only
 * @param ends of a jagged column, where the elements of each row end; empty for a flat one
 */
record Values(LintRows rows, double[] numbers, int[] ends) {

    private static final int[] FLAT = {};

    static Values of(LintRows rows, Column column) {
        return column instanceof Column.Jagged jagged
                ? elements(rows, jagged)
                : new Values(rows, flat(rows, column), FLAT);
    }

    private static double[] flat(LintRows rows, Column column) {
        int count = rows.count();
        if (column instanceof Column.Doubles doubles) {
            if (count == doubles.values().length) {
                return doubles.values();
            }
            double[] some = new double[count];
            for (int i = 0; i < count; i++) {
                some[i] = doubles.values()[rows.row(i)];
            }
            return some;
        }
        double[] some = new double[count];
        if (column instanceof Column.Floats floats) {
            for (int i = 0; i < count; i++) {
                some[i] = floats.values()[rows.row(i)];
            }
        } else {
            for (int i = 0; i < count; i++) {
                some[i] = column.doubleAt(rows.row(i));
            }
        }
        return some;
    }

    private static Values elements(LintRows rows, Column.Jagged jagged) {
        int[] offsets = jagged.offsets();
        int[] ends = new int[rows.count()];
        int size = 0;
        for (int i = 0; i < ends.length; i++) {
            size += offsets[rows.row(i) + 1] - offsets[rows.row(i)];
            ends[i] = size;
        }
        double[] numbers = new double[size];
        int next = 0;
        for (int i = 0; i < ends.length; i++) {
            for (int element = offsets[rows.row(i)]; next < ends[i]; element++) {
                numbers[next++] = jagged.values().doubleAt(element);
            }
        }
        return new Values(rows, numbers, ends);
    }

    /** The row that holds the i-th value. */
    Place place(int i) {
        if (ends.length == 0) {
            return rows.place(i);
        }
        int at = Arrays.binarySearch(ends, i + 1);
        if (at < 0) {
            return rows.place(-at - 1);
        }
        while (at > 0 && ends[at - 1] == i + 1) {
            at--;
        }
        return rows.place(at);
    }

    /** The row of the first value equal to a given one. */
    Optional<Place> find(double value) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == value) {
                return Optional.of(place(i));
            }
        }
        return Optional.empty();
    }
}

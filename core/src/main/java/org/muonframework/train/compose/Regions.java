package org.muonframework.train.compose;

import java.util.List;
import java.util.Objects;

/**
 * Ranges of one variable, each with a model of its own: below the first edge, between two edges, and from the last edge
 * on. A value on an edge belongs to the upper region; values count in single precision, as models see them.
 *
 * @param variable name of the feature that says where a row belongs
 * @param input whether the models see the variable too; if not, it is the last of the features
 * @param edges increasing
 */
public record Regions(String variable, boolean input, List<Double> edges) {

    public Regions {
        Objects.requireNonNull(variable, "variable");
        edges = List.copyOf(edges);
    }

    /** Number of regions. */
    public int count() {
        return edges.size() + 1;
    }

    /** The region of a value, from 0; NaN belongs to none and gives the first. */
    int of(float value) {
        int region = 0;
        while (region < edges.size() && value >= edges.get(region).floatValue()) {
            region++;
        }
        return region;
    }

    /** The region of each value. */
    int[] of(float[] values) {
        int[] regions = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            regions[row] = of(values[row]);
        }
        return regions;
    }

    /** What a region is, to be read: {@code 1 <= mass < 4}. */
    public String label(int region) {
        if (region == 0) {
            return variable + " < " + text(0);
        }
        return region == edges.size()
                ? variable + " >= " + text(region - 1)
                : text(region - 1) + " <= " + variable + " < " + text(region);
    }

    private String text(int edge) {
        double value = edges.get(edge);
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}

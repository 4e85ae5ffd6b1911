package org.muonframework.calorimeter.features;

import java.util.LinkedHashMap;
import java.util.Map;

/** Hits written down one by one, and their features by name. */
final class Event {

    private final Map<Integer, Float> hits = new LinkedHashMap<>();
    private double x;
    private double y;

    static int cell(int layer, int column, int row) {
        return (layer * 32 + column) * 32 + row;
    }

    Event hit(int layer, int column, int row, double energy) {
        hits.put(cell(layer, column, row), (float) energy);
        return this;
    }

    Event muonAt(double newX, double newY) {
        x = newX;
        y = newY;
        return this;
    }

    /** The event seen in a mirror, with x for −x. */
    Event mirrored() {
        Event event = new Event().muonAt(-x, y);
        hits.forEach((cell, energy) -> event.hit(cell / 1024, 31 - cell / 32 % 32, cell % 32, energy));
        return event;
    }

    double[] values(FeatureCalculator calculator) {
        int[] cells = hits.keySet().stream().mapToInt(cell -> cell).toArray();
        float[] energies = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            energies[i] = hits.get(cells[i]);
        }
        double[] values = new double[HighLevelFeature.values().length];
        calculator.compute(cells, energies, 0, cells.length, x, y, values);
        return values;
    }

    /** All features by the names of their columns. */
    Map<String, Double> features() {
        double[] values = values(new FeatureCalculator());
        Map<String, Double> features = new LinkedHashMap<>();
        for (HighLevelFeature feature : HighLevelFeature.values()) {
            features.put(feature.column(), values[feature.ordinal()]);
        }
        return features;
    }

    /** All features by plain sums over all cells. */
    Map<String, Double> plainFeatures() {
        double[][][] energies = new double[50][32][32];
        hits.forEach((cell, energy) -> energies[cell / 1024][cell / 32 % 32][cell % 32] = energy);
        return new PlainFeatures(energies, x, y).all();
    }
}

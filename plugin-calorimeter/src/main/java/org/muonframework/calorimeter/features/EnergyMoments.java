package org.muonframework.calorimeter.features;

import java.util.Arrays;

/** Sums of the energy, and of the energy times distances from the impact. */
final class EnergyMoments {

    /** A cell of no more energy in GeV is weak. */
    private static final float WEAK = 0.01f;

    private static final int SLICES = 5;

    /** Length of a slice in mm; the last one is open. */
    private static final double SLICE = 400;

    private final double[] sliceEnergy = new double[SLICES];
    private final double[] sliceSquares = new double[SLICES];
    private double squares;
    private double weak;
    private double middle;
    private double above;
    private double x;
    private double y;
    private double aboveX;
    private double aboveY;

    void compute(HitCells hits, double[] values) {
        clear();
        for (int hit = 0; hit < hits.size(); hit++) {
            add(hits, hits.cell(hit));
        }
        double energy = weak + middle + above;
        set(values, HighLevelFeature.EABOVE, above);
        set(values, HighLevelFeature.EB1, weak);
        set(values, HighLevelFeature.EA1, middle);
        set(values, HighLevelFeature.RMOM, ratio(Math.hypot(x, y), energy));
        set(values, HighLevelFeature.RMOM1, ratio(Math.hypot(aboveX, aboveY), above));
        set(values, HighLevelFeature.XMOM, x + aboveX);
        set(values, HighLevelFeature.YMOM, y + aboveY);
        set(values, HighLevelFeature.R2M, ratio(squares, energy));
        for (int slice = 0; slice < SLICES; slice++) {
            values[HighLevelFeature.R2M1.ordinal() + slice] = ratio(sliceSquares[slice], sliceEnergy[slice]);
        }
    }

    private void add(HitCells hits, int cell) {
        double energy = hits.energy(cell);
        double dx = hits.x(cell);
        double dy = hits.y(cell);
        int slice = (int) Math.min(hits.z(cell) / SLICE, SLICES - 1);
        double square = energy * (dx * dx + dy * dy);
        sliceEnergy[slice] += energy;
        sliceSquares[slice] += square;
        squares += square;
        x += energy * dx;
        y += energy * dy;
        if (hits.above(cell)) {
            above += energy;
            aboveX += energy * dx;
            aboveY += energy * dy;
        } else if (energy > WEAK) {
            middle += energy;
        } else {
            weak += energy;
        }
    }

    private void clear() {
        Arrays.fill(sliceEnergy, 0);
        Arrays.fill(sliceSquares, 0);
        squares = 0;
        weak = 0;
        middle = 0;
        above = 0;
        x = 0;
        y = 0;
        aboveX = 0;
        aboveY = 0;
    }

    private static double ratio(double sum, double energy) {
        return energy > 0 ? sum / energy : 0;
    }

    private static void set(double[] values, HighLevelFeature feature, double value) {
        values[feature.ordinal()] = value;
    }
}

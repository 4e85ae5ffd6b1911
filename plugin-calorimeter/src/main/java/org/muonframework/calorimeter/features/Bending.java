package org.muonframework.calorimeter.features;

import org.muonframework.calorimeter.grid.CellGrid;

/**
 * The momentum of a muon by its bending in a field of 2 T: of the circle with its centre at z = 0, so that the muon enters
 * along z, that goes through the centres of energy of the front and the rear half. Energy far from the track in y, which
 * is not bent, counts less: E e^(−|y|/50 mm).
 *
 * <p>The centre is at x_c = (z₂² − z₁² + x₂² − x₁²)/(2(x₂ − x₁)), the radius r = √((x₁ − x_c)² + z₁²), and the momentum
 * 0.3 · 2 T · r GeV/(T m), negative where x₁ is above x₂; within ±10⁴ GeV, and 0 where both are equal or a half is empty.
 */
final class Bending {

    private static final double WIDTH = 50;

    private static final double GEV_PER_MM = 0.3 * 2 / 1000;

    private static final double MOST = 1e4;

    private final double[] nearness = new double[CellGrid.SIDE];

    void compute(HitCells hits, double[] values) {
        double momentum = momentum(hits);
        values[HighLevelFeature.EMEAS.ordinal()] = momentum;
        values[HighLevelFeature.EMEAS_SIZE.ordinal()] = Math.abs(momentum);
    }

    private double momentum(HitCells hits) {
        for (int row = 0; row < CellGrid.SIDE; row++) {
            nearness[row] = Math.exp(-Math.abs(hits.y(row)) / WIDTH);
        }
        double front = 0;
        double frontX = 0;
        double frontZ = 0;
        double rear = 0;
        double rearX = 0;
        double rearZ = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            int cell = hits.cell(hit);
            double weight = hits.energy(cell) * nearness[CellGrid.row(cell)];
            if (CellGrid.layer(cell) < CellGrid.LAYERS / 2) {
                front += weight;
                frontX += weight * hits.x(cell);
                frontZ += weight * hits.z(cell);
            } else {
                rear += weight;
                rearX += weight * hits.x(cell);
                rearZ += weight * hits.z(cell);
            }
        }
        return front > 0 && rear > 0 ? momentum(frontX / front, frontZ / front, rearX / rear, rearZ / rear) : 0;
    }

    /** The momentum in GeV of a muon through two points, in mm. */
    static double momentum(double x1, double z1, double x2, double z2) {
        if (x1 == x2) {
            return 0;
        }
        double centre = (z2 * z2 - z1 * z1 + x2 * x2 - x1 * x1) / (2 * (x2 - x1));
        double size = Math.min(GEV_PER_MM * Math.hypot(x1 - centre, z1), MOST);
        return x1 > x2 ? -size : size;
    }
}

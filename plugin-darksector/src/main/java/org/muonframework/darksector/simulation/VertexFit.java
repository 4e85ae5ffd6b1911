package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;

/**
 * Where the two muons of a candidate seem to come from. All come from the beam spot of (10, 0.5, 300) µm; along the
 * bisector of the two tracks, across the beams, the vertex is known the worse the smaller their angle is:
 *
 * <p>σ_T = √((σ_d1² + σ_d2²)/2)/max(|sin(Δφ/2)|, 0.02), at most 2 cm, and across it σ_N = √(σ_d1² + σ_d2²)/2.
 */
final class VertexFit {

    private static final double SPOT_X = 10e-4;
    private static final double SPOT_Y = 0.5e-4;
    private static final double SPOT_Z = 300e-4;
    private static final double MIN_SINE = 0.02;
    private static final double MAX_ERROR = 2;

    /** By candidate: distance from the beams, the same with sign across the bisector, and along the beams, in cm. */
    final double[][] dr = new double[CandidateGroup.PAIRS][CandidateGroup.SIZE];

    final double[][] d0 = new double[CandidateGroup.PAIRS][CandidateGroup.SIZE];
    final double[][] z0 = new double[CandidateGroup.PAIRS][CandidateGroup.SIZE];

    /** Puts the errors σ_T, σ_N, σ_z where the vertices will be. */
    void open(CandidateGroup group, int candidate) {
        Events events = group.events;
        int plus = group.pairs[candidate].plus;
        int minus = group.pairs[candidate].minus;
        double[] x1 = events.px[plus];
        double[] y1 = events.py[plus];
        double[] x2 = events.px[minus];
        double[] y2 = events.py[minus];
        double[] d1 = events.d0Error[plus];
        double[] d2 = events.d0Error[minus];
        double[] z1 = events.z0Error[plus];
        double[] z2 = events.z0Error[minus];
        double[] along = dr[candidate];
        double[] across = d0[candidate];
        double[] beamwards = z0[candidate];
        for (int i = 0; i < group.size; i++) {
            int j = group.start + i;
            double scale1 = 1 / Math.sqrt(x1[j] * x1[j] + y1[j] * y1[j]);
            double scale2 = 1 / Math.sqrt(x2[j] * x2[j] + y2[j] * y2[j]);
            double dx = x1[j] * scale1 - x2[j] * scale2;
            double dy = y1[j] * scale1 - y2[j] * scale2;
            double halfSine = Math.sqrt(dx * dx + dy * dy) / 2;
            double error = Math.sqrt(d1[j] * d1[j] + d2[j] * d2[j]);
            along[i] = Math.min(MAX_ERROR, error * Math.sqrt(0.5) / Math.max(halfSine, MIN_SINE));
            across[i] = error / 2;
            beamwards[i] = Math.sqrt(z1[j] * z1[j] + z2[j] * z2[j]) / 2;
        }
    }

    /** Draws the vertices, event by event, from the errors in their places. */
    void draw(CandidateGroup group, RandomGenerator random) {
        for (int i = 0; i < group.size; i++) {
            double spotX = SPOT_X * random.nextGaussian();
            double spotY = SPOT_Y * random.nextGaussian();
            double spotZ = SPOT_Z * random.nextGaussian();
            int displaced = group.events.radiated[group.start + i];
            double displacement = group.events.displacement[group.start + i];
            for (int candidate = 0; candidate < CandidateGroup.PAIRS; candidate++) {
                double along = spotX + dr[candidate][i] * random.nextGaussian();
                double across = spotY + d0[candidate][i] * random.nextGaussian();
                dr[candidate][i] =
                        Math.sqrt(along * along + across * across) + (candidate == displaced ? displacement : 0);
                d0[candidate][i] = across;
                z0[candidate][i] = spotZ + z0[candidate][i] * random.nextGaussian();
            }
        }
    }
}

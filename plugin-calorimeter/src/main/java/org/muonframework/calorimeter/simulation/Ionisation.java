package org.muonframework.calorimeter.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.physics.Constants;

/**
 * What a muon of one energy loses to electrons of less than {@link LossSequence#LEAST}, layer by layer. Faster electrons
 * are losses of their own.
 *
 * @param mean mean loss in a layer in GeV
 */
record Ionisation(double mean) {

    /** Half of 0.307075 MeV cm²/mol, in GeV. */
    private static final double HALF_K = 0.1535e-3;

    private static final double FINE_STRUCTURE = 1 / 137.035999;

    /** Electrons of an energy above ε, per cm, are this over ε; in GeV/cm. */
    static final double ELECTRONS = HALF_K * LeadTungstate.CHARGE_PER_MASS * LeadTungstate.DENSITY;

    private static final double SPREAD = Math.sqrt(0.9 * ELECTRONS * CellGrid.DEPTH * LossSequence.LEAST);

    /** Points over which the loss in a layer is spread. */
    private static final int POINTS = 8;

    /** Their spread across the track in cm. */
    private static final double WIDTH = 0.05;

    /** The ionisation by a muon of this energy in GeV: all of it, less what electrons above the limit take. */
    static Ionisation of(double energy) {
        double all = stoppingPower(energy) * LeadTungstate.DENSITY * CellGrid.DEPTH;
        double fast = ELECTRONS * CellGrid.DEPTH * Math.log(Math.max(energy / 2, 1) / LossSequence.LEAST);
        return new Ionisation(Math.max(all - fast, 0.6 * all));
    }

    /**
     * The mean loss by ionisation, with the radiation of the struck electrons. Source: D. E. Groom, N. V. Mokhov and S. I.
     * Striganov, At. Data Nucl. Data Tables 78 (2001) 183.
     *
     * @param energy of the muon in GeV
     * @return in GeV cm²/g
     */
    static double stoppingPower(double energy) {
        double electron = Constants.ELECTRON_MASS;
        double gamma = energy / Constants.MUON_MASS;
        double momentum = Math.sqrt(gamma * gamma - 1);
        double beta2 = momentum * momentum / (gamma * gamma);
        double ratio = electron / Constants.MUON_MASS;
        double most = 2 * electron * momentum * momentum / (1 + 2 * gamma * ratio + ratio * ratio);
        double excitation = LeadTungstate.EXCITATION;
        double collisions = Math.log(2 * electron * momentum * momentum * most / (excitation * excitation)) / 2
                - beta2
                - LeadTungstate.densityEffect(momentum) / 2
                + most * most / (8 * energy * energy);
        double recoil = Math.log(2 * most / electron);
        double radiation = FINE_STRUCTURE / (4 * Math.PI) * (Math.log(2 * gamma) - recoil / 3) * recoil * recoil;
        return 0.307075e-3 * LeadTungstate.CHARGE_PER_MASS * (collisions / beta2 + radiation);
    }

    /**
     * Puts a muon's ionisation into the cells along its track.
     *
     * @return the energy lost in GeV
     */
    double deposit(Track track, CellEnergies cells, RandomGenerator random) {
        double lost = 0;
        for (int layer = 0; layer < CellGrid.LAYERS; layer++) {
            double energy = Math.max(mean + SPREAD * random.nextGaussian(), 0.3 * mean);
            for (int point = 0; point < POINTS; point++) {
                double z = (layer + random.nextDouble()) * CellGrid.DEPTH;
                double x = track.x(z) + WIDTH * random.nextGaussian();
                double y = track.y() + WIDTH * random.nextGaussian();
                cells.add(x, y, z, energy / POINTS);
            }
            lost += energy;
        }
        return lost;
    }
}

package org.muonframework.calorimeter.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.physics.Constants;

/**
 * The losses of one muon to more than 10 MeV at once, in order along its track. They are a Poisson process: the way to
 * the next one is exponential, whatever happened before. The rates are those at the energy with which the muon enters.
 */
final class LossSequence {

    /** Least energy of a loss in GeV. */
    static final double LEAST = 0.010;

    /** Energy in GeV that a muon keeps. */
    private static final double KEPT = 5;

    private static final Process[] PROCESSES = Process.values();

    private final RadiationSpectrum radiation;
    private final double muonEnergy;
    private final double fastestElectron;
    private final double electronRate;
    private final double rate;

    private double z;
    private double energy;
    private double lost;
    private Process process = Process.DELTA_RAY;

    /** The losses of a muon of this energy in GeV. */
    LossSequence(RadiationTable table, double muonEnergy) {
        this.radiation = table.at(muonEnergy);
        this.muonEnergy = muonEnergy;
        this.fastestElectron = fastestElectron(muonEnergy);
        this.electronRate = Ionisation.ELECTRONS * (1 / LEAST - 1 / fastestElectron);
        this.rate = electronRate + radiation.rate();
    }

    /**
     * Goes on to the next loss.
     *
     * @return whether there is one: false behind the calorimeter, and where the muon has no more energy to lose
     */
    boolean next(RandomGenerator random) {
        do {
            z += random.nextExponential() / rate;
            if (z >= CellGrid.LENGTH) {
                return false;
            }
            draw(random);
        } while (energy < LEAST);
        lost += energy;
        return lost < muonEnergy - KEPT;
    }

    /** Where it is lost, in cm from the front. */
    double z() {
        return z;
    }

    /** How much is lost, in GeV. */
    double energy() {
        return energy;
    }

    /** How it is lost. */
    Process process() {
        return process;
    }

    private void draw(RandomGenerator random) {
        if (random.nextDouble() * rate < electronRate) {
            process = Process.DELTA_RAY;
            energy = 1 / (1 / LEAST - random.nextDouble() * (1 / LEAST - 1 / fastestElectron));
        } else {
            int drawn = radiation.draw(random);
            process = PROCESSES[drawn / RadiationTable.BINS];
            energy = muonEnergy * RadiationTable.share(drawn % RadiationTable.BINS, random.nextDouble());
        }
    }

    /** 2 m_e γ²/(1 + 2γ m_e/m_μ), and no more than 95 % of the energy. */
    private static double fastestElectron(double muonEnergy) {
        double gamma = muonEnergy / Constants.MUON_MASS;
        double electron = Constants.ELECTRON_MASS;
        double most = 2 * electron * gamma * gamma / (1 + 2 * gamma * electron / Constants.MUON_MASS);
        return Math.min(0.95 * muonEnergy, most);
    }
}

package org.muonframework.calorimeter.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Simulates one event after the other in the same memory; for one thread. */
final class EventSimulation {

    private final RadiationTable table;
    private final CellEnergies cells = new CellEnergies();
    private final ElectromagneticShower shower = new ElectromagneticShower(cells);
    private final NuclearShower nuclear = new NuclearShower(cells);
    private final double[] lost = new double[Process.values().length];
    private double ionisation;

    EventSimulation(RadiationTable table) {
        this.table = table;
    }

    /**
     * Lets a muon pass; its energy loss is then in the cells.
     *
     * @param energy in GeV
     */
    void pass(double energy, Track track, RandomGenerator random) {
        Arrays.fill(lost, 0);
        ionisation = Ionisation.of(energy).deposit(track, cells, random);
        LossSequence losses = new LossSequence(table, energy);
        while (losses.next(random)) {
            lost[losses.process().ordinal()] += losses.energy();
            switch (losses.process()) {
                case BREMSSTRAHLUNG -> shower.photon(losses.energy(), losses.z(), track, random);
                case PAIR, DELTA_RAY -> shower.electron(losses.energy(), losses.z(), track, random);
                case NUCLEAR -> nuclear.deposit(losses.energy(), losses.z(), track, random);
            }
        }
    }

    CellEnergies cells() {
        return cells;
    }

    /** What the last muon lost to this process, in GeV. */
    double lost(Process process) {
        return lost[process.ordinal()];
    }

    /** What the last muon lost by ionisation without fast electrons, in GeV. */
    double ionisation() {
        return ionisation;
    }
}

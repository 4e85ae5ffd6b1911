package org.muonframework.calorimeter.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Column;

/** Consecutive events, in columns. */
final class EventBlock {

    private static final String PURPOSE = "calorimeter event";

    private static final double MM_PER_CM = 10;

    private static final double GEV_PER_MEV = 1e-3;

    private final CalorimeterSettings settings;
    private final long[] event;
    private final double[] energy;
    private final int[] charge;
    private final double[] x;
    private final double[] y;

    /** So many events from the one of this number, counted from 0. */
    EventBlock(CalorimeterSettings settings, long first, int size) {
        this.settings = settings;
        this.event = new long[size];
        this.energy = new double[size];
        this.charge = new int[size];
        this.x = new double[size];
        this.y = new double[size];
        for (int i = 0; i < size; i++) {
            event[i] = first + i + 1;
        }
    }

    /** Simulates the events; the hits, which take the time, only if they are wanted. */
    Map<String, Column> simulate(Set<String> wanted, RadiationTable table, RandomStreams streams) {
        Map<String, Column> columns = new HashMap<>();
        columns.put(CalorimeterColumns.EVENT, new Column.Longs(event));
        columns.put(CalorimeterColumns.ENERGY, new Column.Doubles(energy));
        columns.put(CalorimeterColumns.CHARGE, new Column.Ints(charge));
        columns.put(CalorimeterColumns.X, new Column.Doubles(x));
        columns.put(CalorimeterColumns.Y, new Column.Doubles(y));
        if (wanted.contains(CalorimeterColumns.CELLS) || wanted.contains(CalorimeterColumns.ENERGIES)) {
            Hits hits = hits(new EventSimulation(table), streams);
            columns.put(CalorimeterColumns.CELLS, hits.cells());
            columns.put(CalorimeterColumns.ENERGIES, hits.energies());
        } else {
            for (int i = 0; i < event.length; i++) {
                enter(i, streams);
            }
        }
        return columns;
    }

    private Hits hits(EventSimulation simulation, RandomStreams streams) {
        Hits hits = new Hits(event.length);
        for (int i = 0; i < event.length; i++) {
            RandomGenerator random = enter(i, streams);
            Track track = Track.of(x[i] / MM_PER_CM, y[i] / MM_PER_CM, energy[i], charge[i], settings.field());
            simulation.pass(energy[i], track, random);
            simulation.cells().moveTo(hits, GEV_PER_MEV * settings.threshold());
        }
        return hits;
    }

    /** Draws a muon; what happens to it comes from the generator that is given back. */
    private RandomGenerator enter(int i, RandomStreams streams) {
        RandomGenerator random = new SplittableRandom(streams.derive(PURPOSE, event[i]));
        energy[i] = settings.minEnergy() + random.nextDouble() * (settings.maxEnergy() - settings.minEnergy());
        charge[i] = random.nextBoolean() ? 1 : -1;
        x[i] = settings.impactSpread() * (2 * random.nextDouble() - 1);
        y[i] = settings.impactSpread() * (2 * random.nextDouble() - 1);
        return random;
    }
}

package org.muonframework.calorimeter.simulation;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.calorimeter.grid.CellGrid;

/**
 * Showers of electrons, positrons and photons, as spots of equal energy around an axis along z.
 *
 * @param cells where the energy goes
 */
record ElectromagneticShower(CellEnergies cells) {

    /** Mean way of a photon to its pair of electron and positron, in cm. */
    private static final double CONVERSION = 9.0 / 7 * LeadTungstate.RADIATION_LENGTH;

    private static final int FEWEST_SPOTS = 10;

    private static final int MOST_SPOTS = 350;

    private static final double SPOT_ENERGY = 0.004;

    /** Directions around the axis, evenly spread; a fifth of a cell apart at a radius of 6 cm. */
    private static final int DIRECTIONS = 512;

    private static final int QUARTER = DIRECTIONS / 4;

    private static final double[] COSINE = IntStream.range(0, DIRECTIONS)
            .mapToDouble(direction -> Math.cos(2 * Math.PI * (direction + 0.5) / DIRECTIONS))
            .toArray();

    /** Makes a number below 1 of 22 bits. */
    private static final double CHOICE = 0x1p-22;

    /** Makes a number below 1 of 32 bits. */
    private static final double UNIT = 0x1p-32;

    /** A photon of this energy in GeV, which goes on from z in cm until it makes a pair. */
    void photon(double energy, double z, Track track, RandomGenerator random) {
        double start = z + CONVERSION * random.nextExponential();
        spots(energy, start, track, ShowerDepth.draw(energy, true, random), random);
    }

    /** An electron, or a pair, of this energy in GeV at z in cm. */
    void electron(double energy, double z, Track track, RandomGenerator random) {
        spots(energy, z, track, ShowerDepth.draw(energy, false, random), random);
    }

    private void spots(double energy, double start, Track track, ShowerDepth depths, RandomGenerator random) {
        RadialProfile profile = new RadialProfile(energy);
        double axis = track.x(start);
        int spots = (int) Math.min(FEWEST_SPOTS + energy / SPOT_ENERGY, MOST_SPOTS);
        for (int spot = 0; spot < spots; spot++) {
            double depth = depths.law().draw(random);
            double z = start + LeadTungstate.RADIATION_LENGTH * depth;
            if (z < CellGrid.LENGTH) {
                spot(axis, track.y(), z, profile, depths.relative(depth), energy / spots, random.nextLong());
            }
        }
    }

    /**
     * A spot at a radius of the density 2 r R²/(r² + R²)² and in one of the directions. One random number is enough: its
     * lowest 9 bits are the direction, 22 above choose core or tail, and the upper 32 the radius.
     */
    private void spot(double x, double y, double z, RadialProfile profile, double depth, double energy, long bits) {
        int direction = (int) bits & (DIRECTIONS - 1);
        double choice = CHOICE * ((int) bits >>> 10);
        double u = UNIT * (bits >>> 32);
        double r = LeadTungstate.MOLIERE_RADIUS * profile.radius(depth, choice) * Math.sqrt(u / (1 - u));
        cells.add(x + r * COSINE[direction], y + r * COSINE[(direction + QUARTER) & (DIRECTIONS - 1)], z, energy);
    }
}

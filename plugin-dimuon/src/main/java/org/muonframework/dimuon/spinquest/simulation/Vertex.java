package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.spinquest.VertexRegion;

/** Where a pair is made, in cm; used again for the next. */
final class Vertex {

    /** Standard deviation of the beam in x and in y. */
    private static final double BEAM_WIDTH = 0.32;

    private static final double COLLIMATOR_FACE = -663.3;
    private static final double COLLIMATOR_LENGTH = 121.9;

    /** Mean free path of the beam in the collimator. */
    private static final double COLLIMATOR_PATH = 20;

    /** The hole in the collimator, and where the halo of the beam ends. */
    private static final double COLLIMATOR_INNER = 1.6;

    private static final double COLLIMATOR_OUTER = 5;

    /** Half of the target's length, around its middle. */
    private static final double TARGET = -300;

    private static final double HALF_TARGET = 3.95;

    /** Mean free path of the beam in iron. */
    private static final double IRON_PATH = 18.5;

    /** Share of the dump's pairs that are made in its hole, before the beam meets iron. */
    private static final double HOLE_SHARE = 0.02;

    /** Share of the dump's pairs that come from a wide halo, and how wide. */
    private static final double HALO_SHARE = 0.08;

    private static final double HALO = 4.5;

    private final Azimuth azimuth = new Azimuth();
    double x;
    double y;
    double z;

    /** Draws a vertex in a region. */
    void draw(VertexRegion region, RandomGenerator random) {
        x = BEAM_WIDTH * random.nextGaussian();
        y = BEAM_WIDTH * random.nextGaussian();
        switch (region) {
            case COLLIMATOR -> {
                z = COLLIMATOR_FACE + depth(COLLIMATOR_PATH, COLLIMATOR_LENGTH, random);
                ring(COLLIMATOR_INNER, COLLIMATOR_OUTER, random);
            }
            case UPSTREAM, GAP -> z = between(region.low(), region.high(), random);
            case TARGET -> z = between(TARGET - HALF_TARGET, TARGET + HALF_TARGET, random);
            case DUMP -> {
                z = random.nextDouble() < HOLE_SHARE
                        ? between(0, IronPassage.HOLE_LENGTH, random)
                        : IronPassage.HOLE_LENGTH + depth(IRON_PATH, region.high() - IronPassage.HOLE_LENGTH, random);
                if (random.nextDouble() < HALO_SHARE) {
                    ring(0, HALO, random);
                }
            }
        }
    }

    /** Evenly between, the ends excluded. */
    private static double between(double low, double high, RandomGenerator random) {
        return random.nextDouble(Math.nextUp(low), high);
    }

    /** The depth at which a proton interacts, if it does before the end. */
    private static double depth(double path, double end, RandomGenerator random) {
        double depth;
        do {
            depth = path * random.nextExponential();
        } while (depth >= end);
        return depth;
    }

    /** Moves to a point evenly spread between two radii. */
    private void ring(double inner, double outer, RandomGenerator random) {
        double radius = Math.sqrt(inner * inner + random.nextDouble() * (outer * outer - inner * inner));
        azimuth.draw(random);
        x = radius * azimuth.cos;
        y = radius * azimuth.sin;
    }
}

package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/** Draws the mass and Feynman's x of what decays. */
interface Production {

    /** Least and largest mass of the even spectrum in GeV. */
    double LEAST_MASS = 0.212;

    double LARGEST_MASS = 10;

    /** Shares of the sources in {@link PairKind#PHYSICAL}, before acceptance; Drell–Yan has the rest. */
    double J_PSI_SHARE = 0.50;

    double PSI_2S_SHARE = 0.02;

    /** Standard deviation of a resonance's xF. */
    double RESONANCE_WIDTH = 0.2398;

    /** Draws another one. */
    void draw(Parent parent, RandomGenerator random);

    /** The production of this kind. */
    static Production of(PairKind kind) {
        return switch (kind) {
            case FLAT -> Production::flat;
            case PHYSICAL -> {
                DrellYan drellYan = new DrellYan();
                yield (parent, random) -> physical(drellYan, parent, random);
            }
        };
    }

    private static void flat(Parent parent, RandomGenerator random) {
        parent.source = Source.FLAT;
        parent.mass = LEAST_MASS + (LARGEST_MASS - LEAST_MASS) * random.nextDouble();
        parent.xF = 2 * random.nextDouble() - 1;
    }

    private static void physical(DrellYan drellYan, Parent parent, RandomGenerator random) {
        double choice = random.nextDouble();
        if (choice < J_PSI_SHARE) {
            resonance(Source.J_PSI, Constants.J_PSI_MASS, parent, random);
        } else if (choice < J_PSI_SHARE + PSI_2S_SHARE) {
            resonance(Source.PSI_2S, Constants.PSI_2S_MASS, parent, random);
        } else {
            drellYan.draw(parent, random);
        }
    }

    private static void resonance(Source source, double mass, Parent parent, RandomGenerator random) {
        parent.source = source;
        parent.mass = mass;
        do {
            parent.xF = RESONANCE_WIDTH * random.nextGaussian();
        } while (Math.abs(parent.xF) >= 1);
    }
}

package org.muonframework.darksector.simulation;

import java.util.function.DoubleUnaryOperator;
import org.muonframework.physics.Constants;

/**
 * The cross section of e⁺e⁻ → μ⁺μ⁻Z′ in fb for g′ = 1, by quadrature: over one muon's energy analytically, over the
 * other's and the photon's of the beams by Simpson's rule.
 *
 * @param mass mass of the Z′ in GeV
 */
record SignalCrossSection(double mass) {

    private static final int INTERVALS = 32;

    /** Below this share of the photon its density is too steep for x itself, above it the cross section is. */
    private static final double MIDDLE = 0.5;

    /** Of all collisions. */
    double total(boolean radiates) {
        return within(InitialState.unlimited(radiates));
    }

    /** Of the collisions within a limit, times their share. */
    double within(InitialState initial) {
        if (!initial.radiates()) {
            return atEnergySquared(InitialState.S);
        }
        double reach = Math.max(0, 1 - square(mass + 2 * Constants.MUON_MASS) / InitialState.S);
        double end = Math.min(Math.min(initial.maxShare(), InitialState.CAP), reach);
        double middle = Math.min(end, MIDDLE);
        double soft = integrate(u -> afterPhoton(Math.pow(u, 1 / InitialState.ETA)), 0, chanceBelow(middle));
        double hard = integrate(this::perLogOfRest, Math.log(1 - end), Math.log(1 - middle));
        boolean capped = initial.maxShare() > InitialState.CAP && reach > InitialState.CAP;
        return soft + hard + (capped ? (1 - chanceBelow(InitialState.CAP)) * afterPhoton(InitialState.CAP) : 0);
    }

    /** At a given s′. */
    double atEnergySquared(double s) {
        double root = Math.sqrt(s);
        if (root <= mass + 2 * Constants.MUON_MASS) {
            return 0;
        }
        double low = Math.log(BosonRadiation.minY(mass, s));
        double half = (Math.log(BosonRadiation.maxY(root)) - low) / 2;
        double integral = integrate(
                angle -> half * Math.sin(angle) * overSecond(Math.exp(low + half * (1 - Math.cos(angle))), s),
                0,
                Math.PI);
        return CrossSections.MUON_PAIRS * InitialState.S / s / (8 * Math.PI * Math.PI) * integral;
    }

    /** y₁ ∫ F dx₂ over the allowed range. */
    private double overSecond(double y1, double s) {
        double root = Math.sqrt(s);
        double epsilon = mass * mass / s;
        double centre = 1 - 2 * BosonRadiation.centreOfE2(y1, mass, s) / root;
        double half = 2 * BosonRadiation.halfRangeOfE2(y1, mass, s) / root;
        double low = centre - half;
        double high = centre + half;
        double log = Math.log(high / low);
        double a = 1 + epsilon;
        return square(a - y1) * log
                + a * a * log
                - 4 * a * half
                + 2 * centre * half
                - epsilon * (2 * half / y1 + y1 * 2 * half / (low * high));
    }

    private double afterPhoton(double x) {
        return atEnergySquared(InitialState.S * (1 - x));
    }

    private double perLogOfRest(double logOfRest) {
        double rest = Math.exp(logOfRest);
        return InitialState.ETA * Math.pow(1 - rest, InitialState.ETA - 1) * rest * afterPhoton(1 - rest);
    }

    private static double chanceBelow(double x) {
        return Math.pow(x, InitialState.ETA);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double integrate(DoubleUnaryOperator function, double from, double to) {
        double step = (to - from) / INTERVALS;
        double sum = function.applyAsDouble(from) + function.applyAsDouble(to);
        for (int i = 1; i < INTERVALS; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * function.applyAsDouble(from + i * step);
        }
        return sum * step / 3;
    }
}

package org.muonframework.dimuon.spinquest.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.muonframework.dimuon.spinquest.Spectrometer;

/**
 * The Drell–Yan process at leading order, q q̄ → γ* → μ⁺μ⁻, between 2 and 10 GeV: d²σ/dM dxF ∝ M⁻³ F with F = Σ e_q²
 * (q₁ q̄₂ + q̄₁ q₂)/(x₁ + x₂), where the q are momentum densities of simple parton distributions, and the target has as
 * many neutrons as protons.
 */
final class DrellYan implements Production {

    static final double LEAST_MASS = 2;
    static final double LARGEST_MASS = 10;

    /** Steps in mass of the search for the largest F in a cell, and steps in xF of it. */
    private static final int MASSES = 32;

    private static final int POINTS = 4;

    /** Room for what lies between the steps. */
    private static final double MARGIN = 1.02;

    /** Cells in xF, of equal width. */
    private static final int CELLS = 64;

    private static final double S = Spectrometer.BEAM.s();

    /** By cell: a bound of F, and the sum of all bounds up to this one. */
    private final double[] bound = new double[CELLS];

    private final double[] cumulative = new double[CELLS];

    DrellYan() {
        double sum = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            bound[cell] = MARGIN * largest(cell);
            sum += bound[cell];
            cumulative[cell] = sum;
        }
    }

    private static double largest(int cell) {
        double most = 0;
        for (int m = 0; m <= MASSES; m++) {
            double mass = LEAST_MASS + m * (LARGEST_MASS - LEAST_MASS) / MASSES;
            for (int point = 0; point <= POINTS; point++) {
                most = Math.max(most, luminosity(mass, xF(cell, (double) point / POINTS)));
            }
        }
        return most;
    }

    private static double xF(int cell, double part) {
        return 2 * (cell + part) / CELLS - 1;
    }

    @Override
    public void draw(Parent parent, RandomGenerator random) {
        double low = 1 / (LARGEST_MASS * LARGEST_MASS);
        double high = 1 / (LEAST_MASS * LEAST_MASS);
        int cell;
        parent.source = Source.DRELL_YAN;
        do {
            cell = cell(random.nextDouble() * cumulative[CELLS - 1]);
            parent.mass = 1 / Math.sqrt(low + random.nextDouble() * (high - low));
            parent.xF = xF(cell, random.nextDouble());
        } while (random.nextDouble() * bound[cell] >= luminosity(parent.mass, parent.xF));
    }

    /** The first cell whose sum is above. */
    private int cell(double sum) {
        int found = Arrays.binarySearch(cumulative, sum);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** F, the density of quark pairs. */
    static double luminosity(double mass, double xF) {
        double tau = mass * mass / S;
        double difference = xF * (1 - tau);
        double x1 = (Math.sqrt(difference * difference + 4 * tau) + difference) / 2;
        double x2 = tau / x1;
        double sea1 = sea(x1);
        double sea2 = sea(x2);
        double up1 = up(x1) + sea1;
        double down1 = down(x1) + sea1;
        double nucleon2 = (up(x2) + down(x2)) / 2 + sea2;
        double up = up1 * sea2 + sea1 * nucleon2;
        double down = down1 * sea2 + sea1 * nucleon2;
        return (4.0 / 9 * up + 1.0 / 9 * down) / (x1 + x2);
    }

    /** x times the density of valence up quarks in a proton; its integral over dx/x is 2. */
    private static double up(double x) {
        double y = 1 - x;
        return 35.0 / 16 * Math.sqrt(x) * y * y * y;
    }

    /** x times the density of valence down quarks in a proton; its integral over dx/x is 1. */
    private static double down(double x) {
        double y = 1 - x;
        return 315.0 / 256 * Math.sqrt(x) * y * y * y * y;
    }

    /** x times the density of sea quarks of one flavour. */
    private static double sea(double x) {
        double y2 = (1 - x) * (1 - x);
        double y4 = y2 * y2;
        return 0.17 * y4 * y4 * y2;
    }
}

package org.muonframework.darksector.simulation;

/**
 * The windows of mass hypotheses, M² ± 2 σ(M²), into which a candidate falls. With σ(M²) = 2Mσ_M, and σ_M between the
 * resolutions of 1.3, 3.1, 8.2, 18 and 33 MeV at 0.3, 1, 3, 6 and 9 GeV on straight lines.
 *
 * @param masses the hypotheses in GeV, increasing
 */
record MassWindows(double[] masses) {

    private static final double[] MASS = {0.3, 1, 3, 6, 9};
    private static final double[] RESOLUTION = {1.3e-3, 3.1e-3, 8.2e-3, 18e-3, 33e-3};

    /** σ_M in GeV, beyond the ends on the last line. */
    static double resolution(double mass) {
        int i = 1;
        while (i < MASS.length - 1 && mass > MASS[i]) {
            i++;
        }
        double slope = (RESOLUTION[i] - RESOLUTION[i - 1]) / (MASS[i] - MASS[i - 1]);
        return RESOLUTION[i] + slope * (mass - MASS[i]);
    }

    /** Number of the first hypothesis whose window has this mass, −1 if none has. */
    int first(double mass) {
        for (int i = 0; i < masses.length; i++) {
            if (contains(i, mass)) {
                return i;
            }
        }
        return -1;
    }

    /** Number of the last hypothesis whose window has this mass, −2 if none has. */
    int last(double mass) {
        for (int i = masses.length - 1; i >= 0; i--) {
            if (contains(i, mass)) {
                return i;
            }
        }
        return -2;
    }

    private boolean contains(int hypothesis, double mass) {
        double centre = masses[hypothesis];
        return Math.abs(mass * mass - centre * centre) < 4 * centre * resolution(centre);
    }
}

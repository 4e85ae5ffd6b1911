package org.muonframework.dimuon.simulation;

import java.util.random.RandomGenerator;

/** The distribution of the mass of the object that decays, in GeV, within limits. */
@FunctionalInterface
public interface MassLaw {

    /** One mass. */
    double draw(RandomGenerator random);

    /**
     * The non-relativistic Breit–Wigner (Cauchy) distribution, cut off at the limits, by the inverse of its integral.
     *
     * @param mass position of the peak in GeV
     * @param width full width at half maximum in GeV
     */
    static MassLaw breitWigner(double mass, double width, double min, double max) {
        double low = Math.atan((min - mass) * 2 / width);
        double high = Math.atan((max - mass) * 2 / width);
        return random -> mass + width / 2 * Math.tan(low + random.nextDouble() * (high - low));
    }

    /**
     * The density M^(−exponent) between the limits, by the inverse of its integral.
     *
     * @param exponent larger than 1
     */
    static MassLaw powerLaw(double exponent, double min, double max) {
        double low = Math.pow(min, 1 - exponent);
        double high = Math.pow(max, 1 - exponent);
        return random -> Math.pow(low + random.nextDouble() * (high - low), 1 / (1 - exponent));
    }

    /**
     * A density that is linear between points, by the inverse of its integral.
     *
     * @param masses where the density is given, increasing
     * @param densities its values there, none negative; they need not be normalised
     */
    static MassLaw linearBetween(double[] masses, double[] densities) {
        double[] cumulative = new double[masses.length];
        for (int i = 1; i < masses.length; i++) {
            double width = masses[i] - masses[i - 1];
            cumulative[i] = cumulative[i - 1] + width * (densities[i - 1] + densities[i]) / 2;
        }
        double total = cumulative[masses.length - 1];
        return random -> {
            double area = random.nextDouble() * total;
            int i = 1;
            while (cumulative[i] < area) {
                i++;
            }
            double start = densities[i - 1];
            double slope = (densities[i] - start) / (masses[i] - masses[i - 1]);
            double left = area - cumulative[i - 1];
            return masses[i - 1] + 2 * left / (start + Math.sqrt(start * start + 2 * slope * left));
        };
    }
}

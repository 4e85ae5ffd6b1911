package org.muonframework.dimuon.higgs.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/** Draws the masses of two pairs into which an object decays, of which the first is the heavier. */
interface PairMasses {

    /** Draws both masses for the decay of an object of a mass, all in GeV. */
    void draw(double mass, double[] first, double[] second, int row, RandomGenerator random);

    /** Källén's function a² + b² + c² − 2ab − 2ac − 2bc, of squared masses; its root is 2M times the momentum. */
    static double kallen(double a, double b, double c) {
        double difference = a - b - c;
        return difference * difference - 4 * b * c;
    }

    /** The squared propagator of the Z at the squared mass {@code s}, in GeV⁻⁴. */
    static double propagator(double s) {
        double off = s - Constants.Z_MASS * Constants.Z_MASS;
        double width = Constants.Z_MASS * Constants.Z_WIDTH;
        return 1 / (off * off + width * width);
    }

    /** A squared mass with the density of {@link #propagator} between the squares of two masses. */
    static double drawSquaredMass(double low, double high, RandomGenerator random) {
        double centre = Constants.Z_MASS * Constants.Z_MASS;
        double width = Constants.Z_MASS * Constants.Z_WIDTH;
        double from = Math.atan((low * low - centre) / width);
        double to = Math.atan((high * high - centre) / width);
        return centre + width * Math.tan(from + random.nextDouble() * (to - from));
    }

    /** A mass with the density 1/m between limits. */
    static double drawLogarithmic(double low, double high, RandomGenerator random) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}

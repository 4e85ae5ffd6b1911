package org.muonframework.darksector.limit;

import java.util.function.DoubleUnaryOperator;
import org.muonframework.darksector.merit.Estimate;
import org.muonframework.stats.limit.Band;

/**
 * The expected limits at one mass.
 *
 * @param method the way to them
 * @param crossSection on the cross-section times branching ratio, in fb; infinite where no signal passes
 * @param coupling on g'; NaN where the cross-section at the coupling 1 is not known
 */
record MassLimit(LimitMethod method, Band crossSection, Band coupling) {

    /**
     * From limits on numbers of events.
     *
     * @param events the numbers
     * @param perFemtobarn selected signal events for 1 fb, 0 or more
     * @param ofCoupling cross-section times branching ratio for g' = 1, in fb
     */
    static MassLimit of(LimitMethod method, Band events, double perFemtobarn, double ofCoupling) {
        Band crossSection = each(events, number -> number / perFemtobarn);
        return new MassLimit(method, crossSection, each(crossSection, limit -> Coupling.of(limit, ofCoupling, 1)));
    }

    /** The median with what background that fluctuates by one standard deviation makes of it. */
    static Estimate oneSigma(Band band) {
        return new Estimate(band.median(), band.minusOne(), band.plusOne());
    }

    /** The median with what background that fluctuates by two standard deviations makes of it. */
    static Estimate twoSigma(Band band) {
        return new Estimate(band.median(), band.minusTwo(), band.plusTwo());
    }

    private static Band each(Band band, DoubleUnaryOperator function) {
        return new Band(
                function.applyAsDouble(band.minusTwo()),
                function.applyAsDouble(band.minusOne()),
                function.applyAsDouble(band.median()),
                function.applyAsDouble(band.plusOne()),
                function.applyAsDouble(band.plusTwo()));
    }
}

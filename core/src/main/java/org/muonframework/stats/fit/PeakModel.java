package org.muonframework.stats.fit;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is fitted: one or several peaks of the same shape over a background.
 *
 * <p>Several peaks share their natural width and their tail, and the resolution of each is proportional to its mass, as
 * that of momenta is. Yields count what lies within the histogram.
 *
 * @param signal shape of the peaks
 * @param masses where to look for the peaks, rising; empty for one peak at the highest bin
 * @param fixedDifferences whether the distances between the peaks are those of {@code masses}, so that only the first
 *     mass is fitted
 * @param width natural width of a Breit–Wigner; empty to fit it
 * @param background shape of the background
 */
public record PeakModel(
        Signal signal, List<Double> masses, boolean fixedDifferences, OptionalDouble width, Background background) {

    /**
     * @throws IllegalArgumentException if masses do not rise, several are not positive, or a width is negative or given
     *     to a shape that has none
     */
    public PeakModel {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(background, "background");
        masses = List.copyOf(masses);
        for (int k = 1; k < masses.size(); k++) {
            if (!(masses.get(k) > masses.get(k - 1) && masses.get(0) > 0)) {
                throw new IllegalArgumentException(
                        "the masses of several peaks are positive and rise, unlike " + masses);
            }
        }
        if (width.isPresent() && signal != Signal.BREIT_WIGNER) {
            throw new IllegalArgumentException("only a Breit-Wigner has a natural width; remove the width of "
                    + width.getAsDouble() + " or choose that signal");
        }
        if (width.isPresent() && !(width.getAsDouble() >= 0 && width.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a natural width is a number from 0 on, not " + width.getAsDouble());
        }
    }

    /** One peak at the highest bin, with all its parameters free. */
    public static PeakModel of(Signal signal, Background background) {
        return new PeakModel(signal, List.of(), false, OptionalDouble.empty(), background);
    }

    /** The same with peaks near these masses. */
    public PeakModel near(Double... starts) {
        return new PeakModel(signal, List.of(starts), fixedDifferences, width, background);
    }

    /** The same with a known natural width. */
    public PeakModel withWidth(double natural) {
        return new PeakModel(signal, masses, fixedDifferences, OptionalDouble.of(natural), background);
    }

    /** The same with known distances between the peaks. */
    public PeakModel withFixedDifferences() {
        return new PeakModel(signal, masses, true, width, background);
    }

    /** Number of peaks. */
    public int peaks() {
        return Math.max(1, masses.size());
    }
}

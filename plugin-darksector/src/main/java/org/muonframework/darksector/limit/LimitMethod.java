package org.muonframework.darksector.limit;

import java.util.List;
import java.util.Locale;
import org.muonframework.stats.limit.ApproximateLimit;
import org.muonframework.stats.limit.AsymptoticLimit;
import org.muonframework.stats.limit.Band;
import org.muonframework.stats.limit.CountingBin;
import org.muonframework.stats.limit.PoissonLimit;

/** Ways to the expected upper limit on a number of signal events. */
public enum LimitMethod {
    /** From the distribution of the count: {@link PoissonLimit}. */
    EXACT,
    /** For large counts: {@link AsymptoticLimit}. */
    ASYMPTOTIC,
    /** The median alone, by a formula: {@link ApproximateLimit}. */
    FORMULA;

    /** The name in files: {@code exact}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The expected limits.
     *
     * @param background expected number of background events, 0 or more
     * @param relativeUncertainty its standard uncertainty, as a part of it
     * @param confidenceLevel such as 0.9
     * @return numbers of signal events; the formula has a median only, all else is NaN
     */
    public Band events(double background, double relativeUncertainty, double confidenceLevel) {
        double uncertainty = relativeUncertainty * background;
        return switch (this) {
            case EXACT ->
                PoissonLimit.of(background, uncertainty, (int) background)
                        .upperLimit(confidenceLevel)
                        .expected();
            case ASYMPTOTIC ->
                AsymptoticLimit.of(List.of(new CountingBin(1, background, uncertainty, background)))
                        .upperLimit(confidenceLevel)
                        .expected();
            case FORMULA ->
                new Band(
                        Double.NaN,
                        Double.NaN,
                        ApproximateLimit.median(background, uncertainty, confidenceLevel),
                        Double.NaN,
                        Double.NaN);
        };
    }
}

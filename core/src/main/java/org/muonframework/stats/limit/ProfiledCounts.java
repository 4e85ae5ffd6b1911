package org.muonframework.stats.limit;

import org.muonframework.stats.PoissonDeviance;

/**
 * The likelihood of counts as a function of the signal strength µ alone: n ~ Poisson(µs + γb) in each bin, with an
 * auxiliary measurement a ~ Poisson(γτ) of the background, τ = (b/σ)², at the γ that is most likely for that µ.
 *
 * <p>That γ is the positive root of b(b + τ)γ² + ((b + τ)µs − b(n + a))γ − aµs = 0. The likelihood falls with the
 * distance from its maximum along µ ({@code −ln L} is convex), and its slope is ∂L/∂µ at fixed γ.
 *
 * @param signal s of each bin
 * @param background b of each bin
 * @param auxiliary τ of each bin; infinite where the background is exact
 * @param observed n of each bin
 * @param measured a of each bin
 */
record ProfiledCounts(double[] signal, double[] background, double[] auxiliary, double[] observed, double[] measured) {

    /**
     * −2 ln L(µ), up to a constant: the sum of the deviances of all counts, which the rounding of large numbers does not
     * harm.
     */
    double deviance(double strength) {
        double sum = 0;
        for (int i = 0; i < signal.length; i++) {
            double gamma = gamma(i, strength);
            sum += PoissonDeviance.of(observed[i], strength * signal[i] + gamma * background[i]);
            if (constrained(i)) {
                sum += PoissonDeviance.of(measured[i], gamma * auxiliary[i]);
            }
        }
        return sum;
    }

    /** The slope of −ln L along µ. */
    double slope(double strength) {
        double slope = 0;
        for (int i = 0; i < signal.length; i++) {
            double expected = strength * signal[i] + gamma(i, strength) * background[i];
            if (observed[i] == 0) {
                slope += signal[i];
            } else if (signal[i] > 0) {
                slope += signal[i] * (1 - observed[i] / expected);
            }
        }
        return slope;
    }

    /** The µ ≥ 0 of the largest likelihood. */
    double bestStrength() {
        if (!(slope(0) < 0)) {
            return 0;
        }
        double seen = 0;
        double expected = 0;
        for (int i = 0; i < signal.length; i++) {
            seen += signal[i] > 0 ? observed[i] : 0;
            expected += signal[i];
        }
        return Crossing.of(strength -> Math.max(-Double.MAX_VALUE, slope(strength)), seen / expected);
    }

    /** What these bins would show on average at µ = 0, with the background that is most likely for µ = 0. */
    ProfiledCounts asimov() {
        double[] counts = new double[signal.length];
        double[] side = new double[signal.length];
        for (int i = 0; i < signal.length; i++) {
            double gamma = gamma(i, 0);
            counts[i] = gamma * background[i];
            side[i] = gamma * auxiliary[i];
        }
        return new ProfiledCounts(signal, background, auxiliary, counts, side);
    }

    private boolean constrained(int i) {
        return auxiliary[i] < Double.POSITIVE_INFINITY && background[i] > 0;
    }

    private double gamma(int i, double strength) {
        if (!constrained(i)) {
            return 1;
        }
        double b = background[i];
        double pull = strength * signal[i];
        double square = b * (b + auxiliary[i]);
        double linear = (b + auxiliary[i]) * pull - b * (observed[i] + measured[i]);
        double root = Math.sqrt(linear * linear + 4 * square * measured[i] * pull);
        return linear > 0 ? 2 * measured[i] * pull / (linear + root) : (root - linear) / (2 * square);
    }
}

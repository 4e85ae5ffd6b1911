package org.muonframework.stats;

import java.util.Arrays;

/**
 * The receiver operating characteristic of a score: the efficiency of signal against that of background for a cut
 * {@code score ≥ threshold}, for every threshold. Rows with the same score pass together.
 *
 * <p>Weights count with their sign in all sums; negative ones can make an efficiency leave [0, 1] or fall with a looser
 * cut, and the area is then still that of the same sums.
 */
public final class Roc {

    private static final double ROUNDING = 1e-12;

    private final double[] thresholds;
    private final Sums signal;
    private final Sums background;
    private final double area;
    private final double error;

    /** Σw and Σw² of one class at or above each threshold. */
    private record Sums(double[] weights, double[] squares) {

        double total() {
            return weights.length == 0 ? 0 : weights[weights.length - 1];
        }

        double totalSquares() {
            return squares.length == 0 ? 0 : squares[squares.length - 1];
        }

        double effectiveNumber() {
            return totalSquares() > 0 ? total() * total() / totalSquares() : 0;
        }

        double before(int point) {
            return point == 0 ? 0 : weights[point - 1];
        }

        double squaresAt(int point) {
            return point == 0 ? squares[0] : squares[point] - squares[point - 1];
        }

        /** The part of the class above a point, with half of the rows at it. */
        double placement(int point) {
            return (before(point) + weights[point]) / 2 / total();
        }

        Interval interval(int point) {
            return Intervals.weighted(weights[point], squares[point], total(), totalSquares(), Intervals.ONE_SIGMA);
        }

        Sums first(int points) {
            return new Sums(Arrays.copyOf(weights, points), Arrays.copyOf(squares, points));
        }
    }

    private Roc(double[] thresholds, Sums signal, Sums background) {
        this.thresholds = thresholds;
        this.signal = signal;
        this.background = background;
        if (signal.total() > 0 && background.total() > 0) {
            area = areaUnder();
            error = Math.sqrt(variance());
        } else {
            area = Double.NaN;
            error = Double.NaN;
        }
    }

    /**
     * Sorts the rows by score.
     *
     * @param scores larger for signal; not NaN
     * @param isSignal the true class of each row
     */
    public static Roc of(double[] scores, boolean[] isSignal, double[] weights) {
        int n = scores.length;
        int[] order = Ranking.ascending(scores);
        double[] thresholds = new double[n];
        Sums signal = new Sums(new double[n], new double[n]);
        Sums background = new Sums(new double[n], new double[n]);
        double[] sums = new double[4];
        int points = 0;
        for (int i = n - 1; i >= 0; i--) {
            int row = order[i];
            int at = isSignal[row] ? 0 : 2;
            sums[at] += weights[row];
            sums[at + 1] += weights[row] * weights[row];
            if (i == 0 || scores[order[i - 1]] != scores[row]) {
                thresholds[points] = scores[row];
                signal.weights[points] = sums[0];
                signal.squares[points] = sums[1];
                background.weights[points] = sums[2];
                background.squares[points] = sums[3];
                points++;
            }
        }
        return new Roc(Arrays.copyOf(thresholds, points), signal.first(points), background.first(points));
    }

    private double areaUnder() {
        double sum = 0;
        for (int p = 0; p < thresholds.length; p++) {
            sum += (background.weights[p] - background.before(p)) * signal.placement(p);
        }
        return sum / background.total();
    }

    /**
     * The variance of E. DeLong, D. DeLong and D. Clarke-Pearson (Biometrics 44 (1988) 837) from the placements V of each
     * row among the other class, in one pass over the sorted rows: Σw²(V − AUC)²/(Σw)² of each class, times n/(n − 1) of
     * its effective number. For unit weights this is theirs; with weights it is the linearised variance of the weighted
     * means of placements.
     */
    private double variance() {
        double ofSignal = 0;
        double ofBackground = 0;
        for (int p = 0; p < thresholds.length; p++) {
            double signalMiss = 1 - background.placement(p) - area;
            double backgroundMiss = signal.placement(p) - area;
            ofSignal += signal.squaresAt(p) * signalMiss * signalMiss;
            ofBackground += background.squaresAt(p) * backgroundMiss * backgroundMiss;
        }
        return unbiased(ofSignal, signal) + unbiased(ofBackground, background);
    }

    private static double unbiased(double sum, Sums sums) {
        double n = sums.effectiveNumber();
        return n > 1 ? sum / (sums.total() * sums.total()) * n / (n - 1) : Double.NaN;
    }

    /**
     * The area under the curve: the weighted part of the pairs of a signal and a background row in which signal scores
     * higher, ties counting one half. NaN if the weights of a class have no positive sum.
     */
    public double auc() {
        return area;
    }

    /** Standard error of {@link #auc()}; NaN for less than two effective rows in a class. */
    public double aucError() {
        return error;
    }

    /** The 68 % interval of the area by {@link #aucError()}, as {@link #aucInterval(double)} has it. */
    public Interval aucInterval() {
        return aucInterval(error);
    }

    /**
     * The 68 % interval of the area: ± one standard error within [0, 1]. For classes that are wholly apart, where the
     * error vanishes, the Clopper–Pearson interval of as many pairs as the smaller class has effective rows.
     *
     * @param standardError of the area, however it was found; NaN for no interval
     */
    public Interval aucInterval(double standardError) {
        if (Double.isNaN(area) || Double.isNaN(standardError)) {
            return Interval.NONE;
        }
        if (standardError < ROUNDING && Math.abs(area - Math.rint(area)) < ROUNDING) {
            double pairs = Math.min(signal.effectiveNumber(), background.effectiveNumber());
            return Intervals.clopperPearson(Math.rint(area) * pairs, pairs, Intervals.ONE_SIGMA);
        }
        return new Interval(Math.max(0, area - standardError), Math.min(1, area + standardError));
    }

    /** Number of different scores. */
    public int points() {
        return thresholds.length;
    }

    /** The threshold of a point, from the highest score (0) down to the lowest. */
    public double threshold(int point) {
        return thresholds[point];
    }

    /** Part of the signal that passes at a point. */
    public double signalEfficiency(int point) {
        return signal.weights[point] / signal.total();
    }

    /** Part of the background that passes at a point. */
    public double backgroundEfficiency(int point) {
        return background.weights[point] / background.total();
    }

    /** The 68 % interval of {@link #backgroundEfficiency(int)}. */
    public Interval backgroundInterval(int point) {
        return background.interval(point);
    }

    /** The 68 % interval of {@link #signalEfficiency(int)}. */
    public Interval signalInterval(int point) {
        return signal.interval(point);
    }

    /**
     * The tightest cut that keeps a part of the signal.
     *
     * @return the first point whose signal efficiency reaches it; the last one if none does
     */
    public int pointAtSignal(double efficiency) {
        for (int p = 0; p < thresholds.length; p++) {
            if (signalEfficiency(p) >= efficiency) {
                return p;
            }
        }
        return thresholds.length - 1;
    }

    /**
     * The loosest cut that lets at most a part of the background pass.
     *
     * @return the last point before the background efficiency exceeds it; −1 if the first one does
     */
    public int pointAtBackground(double efficiency) {
        int p = 0;
        while (p < thresholds.length && backgroundEfficiency(p) <= efficiency) {
            p++;
        }
        return p - 1;
    }

    /**
     * Points enough to draw the curve, also with a logarithmic background axis: those at which an efficiency has changed
     * by 1/{@code steps}, or the background by 5 %, since the one before.
     */
    public int[] outline(int steps) {
        int[] chosen = new int[thresholds.length];
        int count = 0;
        double signalBefore = 0;
        double backgroundBefore = 0;
        for (int p = 0; p < thresholds.length; p++) {
            double s = signalEfficiency(p);
            double b = backgroundEfficiency(p);
            boolean moved = Math.abs(s - signalBefore) * steps >= 1
                    || Math.abs(b - backgroundBefore) * steps >= 1
                    || b > 1.05 * backgroundBefore;
            if (moved || p == thresholds.length - 1) {
                chosen[count++] = p;
                signalBefore = s;
                backgroundBefore = b;
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}

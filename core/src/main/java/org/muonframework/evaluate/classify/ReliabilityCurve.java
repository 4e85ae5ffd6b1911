package org.muonframework.evaluate.classify;

import java.util.Optional;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.figure.Mark;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Interval;

/**
 * What is observed in bins of the score.
 *
 * @param rows the weights in each bin of the score
 * @param scores Σw·score of each bin
 * @param members Σw of the rows of each bin that belong to the class
 * @param memberSquares Σw² of the same rows
 */
record ReliabilityCurve(Histogram rows, double[] scores, double[] members, double[] memberSquares) {

    /** How far a probability may leave [0, 1] by rounding. */
    private static final double ROUNDING = 1e-5;

    /** Counts rows whose scores are probabilities. */
    static ReliabilityCurve of(OneAgainstRest one, int bins) {
        Binning binning = Binning.uniform(bins, 0, 1);
        double[] sums = new double[bins];
        double[] squares = new double[bins];
        double[] scores = new double[bins];
        double[] members = new double[bins];
        double[] memberSquares = new double[bins];
        for (int i = 0; i < one.scores().length; i++) {
            double score = Math.max(0, Math.min(1, one.scores()[i]));
            double w = one.weights()[i];
            int bin = binning.index(score);
            sums[bin] += w;
            squares[bin] += w * w;
            scores[bin] += w * score;
            members[bin] += one.members()[i] ? w : 0;
            memberSquares[bin] += one.members()[i] ? w * w : 0;
        }
        return new ReliabilityCurve(new Histogram(binning, sums, squares, 0, 0, 0), scores, members, memberSquares);
    }

    /** Why the scores cannot be judged, if that is so. */
    static Optional<String> problem(OneAgainstRest one) {
        long missing = 0;
        long outside = 0;
        double sum = 0;
        for (int i = 0; i < one.scores().length; i++) {
            double score = one.scores()[i];
            missing += Double.isNaN(score) ? 1 : 0;
            outside += score < -ROUNDING || score > 1 + ROUNDING ? 1 : 0;
            sum += one.weights()[i];
        }
        String of = " of " + one.scores().length + " scores ";
        if (missing > 0) {
            return Optional.of(missing + of + "are not a number");
        }
        if (outside > 0) {
            return Optional.of(outside + of + "are no probabilities between 0 and 1");
        }
        return sum > 0 ? Optional.empty() : Optional.of("the weights do not add up to more than 0");
    }

    private boolean holds(int bin) {
        return rows.sums()[bin] > 0;
    }

    private double meanScore(int bin) {
        return scores[bin] / rows.sums()[bin];
    }

    /** Σ over bins of their part of the weight times |observed fraction − mean score|. */
    double expectedError() {
        double sum = 0;
        for (int b = 0; b < scores.length; b++) {
            sum += Math.abs(members[b] - scores[b]);
        }
        return sum / rows.total();
    }

    /**
     * What {@link #expectedError()} is on average on as many rows if every score is the true probability: the mean
     * absolute value √(2/π)·σ of a Gaussian with the binomial σ of each bin.
     */
    double idealError() {
        double sum = 0;
        for (int b = 0; b < scores.length; b++) {
            if (holds(b)) {
                double p = Math.max(0, Math.min(1, meanScore(b)));
                sum += Math.sqrt(2 / Math.PI * p * (1 - p) * rows.squares()[b]);
            }
        }
        return sum / rows.total();
    }

    /** The observed fraction at the mean score of each bin, with 68 % intervals. */
    Mark points(String label) {
        int n = scores.length;
        double[][] points = new double[6][n];
        for (int b = 0; b < n; b++) {
            double fraction = holds(b) ? members[b] / rows.sums()[b] : Double.NaN;
            Interval interval = holds(b)
                    ? new Share(members[b], memberSquares[b], rows.sums()[b], rows.squares()[b]).interval()
                    : Interval.NONE;
            double[] point = {
                holds(b) ? meanScore(b) : Double.NaN,
                rows.binning().low(b),
                rows.binning().high(b),
                fraction,
                interval.low(),
                interval.high()
            };
            for (int k = 0; k < point.length; k++) {
                points[k][b] = point[k];
            }
        }
        return new Mark.Points(label, points[0], points[1], points[2], points[3], points[4], points[5]);
    }

    /** How the scores are distributed over the bins. */
    Mark distribution() {
        Histogram.Heights fractions = rows.fractions();
        return new Mark.Histogram(
                "", Mark.HistogramStyle.FILLED, rows.binning().edges(), fractions.values(), fractions.errors());
    }
}

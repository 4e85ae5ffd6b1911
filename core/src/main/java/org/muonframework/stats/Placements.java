package org.muonframework.stats;

/**
 * For each row the part of the other class that it is on the right side of: for a signal row the weighted part of the
 * background that scores lower, for a background row the part of the signal that scores higher, ties counting one half.
 *
 * @param values one placement a row
 * @param area the weighted mean of the placements of either class, which is the area under the ROC curve
 */
record Placements(double[] values, double area) {

    /** Sorts the rows by score; the weights of both classes have a positive sum. */
    static Placements of(double[] scores, boolean[] isSignal, double[] weights) {
        int n = scores.length;
        double[] totals = totals(isSignal, weights);
        int[] order = Ranking.ascending(scores);
        double[] values = new double[n];
        double[] below = new double[2];
        double area = 0;
        for (int from = 0; from < n; ) {
            double[] tied = new double[2];
            int to = from;
            do {
                tied[isSignal[order[to]] ? 1 : 0] += weights[order[to]];
                to++;
            } while (to < n && scores[order[to]] == scores[order[from]]);
            double ofBackground = (below[0] + tied[0] / 2) / totals[0];
            double ofSignal = 1 - (below[1] + tied[1] / 2) / totals[1];
            for (int i = from; i < to; i++) {
                values[order[i]] = isSignal[order[i]] ? ofBackground : ofSignal;
            }
            area += tied[1] * ofBackground;
            below[0] += tied[0];
            below[1] += tied[1];
            from = to;
        }
        return new Placements(values, area / totals[1]);
    }

    /** Σw of background and of signal. */
    static double[] totals(boolean[] isSignal, double[] weights) {
        double[] totals = new double[2];
        for (int i = 0; i < weights.length; i++) {
            totals[isSignal[i] ? 1 : 0] += weights[i];
        }
        return totals;
    }
}

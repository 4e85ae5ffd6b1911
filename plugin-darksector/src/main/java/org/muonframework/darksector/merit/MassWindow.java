package org.muonframework.darksector.merit;

import java.util.Arrays;
import org.muonframework.stats.Quantiles;
import org.muonframework.stats.Roc;

/**
 * The candidates around a mass.
 *
 * @param point the mass
 * @param resolution half of the width of the central 68 % of measured less generated mass, in GeV
 * @param halfWidth half of the width of the window, in GeV
 * @param signal signal rows in the window
 * @param background background rows in the window
 */
record MassWindow(MassPoint point, Estimate resolution, double halfWidth, RowSet signal, RowSet background) {

    private static final long SEED = 68;

    static MassWindow of(Candidates candidates, MassPoint point, Search search) {
        int[] rows = point.rows();
        double[] shifts = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            shifts[i] = candidates.mass(rows[i]) - candidates.genMass(rows[i]);
            weights[i] = Double.isNaN(shifts[i]) ? 0 : candidates.weight(rows[i]);
        }
        Quantiles quantiles = Quantiles.of(shifts, weights);
        double resolution = quantiles.halfWidth68();
        double error = quantiles.error(Quantiles::halfWidth68, SEED);
        double half = search.windowSigmas().map(sigmas -> sigmas * resolution).orElse(search.window());
        int[] signal = Arrays.stream(rows)
                .filter(row -> Math.abs(candidates.mass(row) - point.mass()) < half)
                .toArray();
        int[] background = half > 0 ? candidates.background(point.mass() - half, point.mass() + half) : new int[0];
        return new MassWindow(
                point,
                new Estimate(resolution, resolution - error, resolution + error),
                half,
                candidates.gather(signal),
                candidates.gather(background));
    }

    /**
     * The area under the curve of signal against background, with its standard error; none without background.
     *
     * <p>Candidates of one event count as independent.
     */
    Estimate auc() {
        int n = signal.size() + background.size();
        double[] scores = new double[n];
        boolean[] members = new boolean[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            members[i] = i < signal.size();
            RowSet rows = members[i] ? signal : background;
            int row = members[i] ? i : i - signal.size();
            scores[i] = rows.scores()[row];
            weights[i] = rows.weights()[row];
        }
        Roc roc = Roc.of(scores, members, weights);
        return Double.isNaN(roc.auc()) ? Estimate.NONE : Estimate.of(roc.auc(), roc.aucInterval());
    }
}

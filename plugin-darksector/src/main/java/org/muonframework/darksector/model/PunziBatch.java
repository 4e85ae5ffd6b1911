package org.muonframework.darksector.model;

import org.muonframework.darksector.merit.PunziSensitivity;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.problem.DataException;

/** The {@link PunziLoss} of one batch and its slopes. */
final class PunziBatch {

    private static final double SMALLEST_EFFICIENCY = 1e-6;

    private final PunziLossSettings settings;
    private final PunziRows rows;
    private final MassPoints points;
    private final double[] scores;
    private final double scale;
    private final double[] bySignal;
    private final double[] byBackground;

    /**
     * Looks at a batch.
     *
     * @throws DataException if it has no signal
     */
    PunziBatch(PunziLossSettings settings, LossBatch batch) {
        this.settings = settings;
        rows = PunziRows.of(settings, batch.columns());
        points = MassPoints.of(rows);
        if (points.size() == 0) {
            throw new DataException(
                    "a batch of " + batch.rows() + " rows",
                    "there is no signal in it for the Punzi loss; expected batches with signal of all masses, at best"
                            + " all rows in one: batch-size = 0");
        }
        scores = scores(batch.outputs());
        scale = settings.triggerEfficiency() / batch.share();
        bySignal = new double[points.size()];
        byBackground = new double[points.size()];
    }

    /** The loss, and its derivative with respect to each output. */
    double evaluate(float[] gradient) {
        double[] selected = new double[points.size()];
        double[] expected = new double[points.size()];
        count(selected, expected);
        double loss = 0;
        for (int point = 0; point < points.size(); point++) {
            loss += sensitivity(point, selected[point], scale * expected[point]);
        }
        for (int row = 0; row < scores.length; row++) {
            gradient[row] = (float) (slope(row) * scores[row] * (1 - scores[row]));
        }
        return loss;
    }

    /** Sums up the scores of the signal rows, and the scores of the background rows times their weights. */
    private void count(double[] selected, double[] expected) {
        for (int row = 0; row < scores.length; row++) {
            double mass = rows.mass()[row];
            if (rows.isSignal(row)) {
                int point = points.of(rows.genMass()[row]);
                selected[point] += points.contains(point, mass) ? scores[row] : 0;
            } else if (rows.isBackground(row)) {
                double events = rows.weight()[row] * scores[row];
                int end = points.end(mass);
                for (int point = points.first(mass); point < end; point++) {
                    expected[point] += points.contains(point, mass) ? events : 0;
                }
            }
        }
    }

    /** The part of the loss that is of one mass; notes how it changes with the score of a row. */
    private double sensitivity(int point, double selected, double background) {
        double ofRow = scale / points.generated(point);
        double luminosity = settings.luminosity() * points.size();
        double efficiency = Math.max(selected * ofRow, SMALLEST_EFFICIENCY);
        if (selected * ofRow >= SMALLEST_EFFICIENCY) {
            bySignal[point] = ofRow
                    * PunziSensitivity.byEfficiency(settings.a(), settings.b(), background, efficiency, luminosity);
        }
        if (background > 0) {
            byBackground[point] = scale
                    * PunziSensitivity.byBackground(settings.a(), settings.b(), background, efficiency, luminosity);
        }
        return PunziSensitivity.of(settings.a(), settings.b(), background, efficiency, luminosity);
    }

    /** The derivative of the loss with respect to the score of a row. */
    private double slope(int row) {
        double mass = rows.mass()[row];
        double slope = 0;
        if (rows.isSignal(row)) {
            int point = points.of(rows.genMass()[row]);
            slope = points.contains(point, mass) ? bySignal[point] : 0;
        } else if (rows.isBackground(row)) {
            int end = points.end(mass);
            for (int point = points.first(mass); point < end; point++) {
                slope += points.contains(point, mass) ? byBackground[point] : 0;
            }
            slope *= rows.weight()[row];
        }
        return slope;
    }

    private static double[] scores(float[] outputs) {
        double[] scores = new double[outputs.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = 1 / (1 + Math.exp(-outputs[row]));
        }
        return scores;
    }
}

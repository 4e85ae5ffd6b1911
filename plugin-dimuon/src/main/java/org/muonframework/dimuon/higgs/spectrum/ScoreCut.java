package org.muonframework.dimuon.higgs.spectrum;

import java.util.Arrays;
import org.muonframework.dimuon.higgs.FourLeptonProcess;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Quantiles;

/**
 * A cut on the score for H, found on the simulation.
 *
 * @param score index of the score among the predictions
 * @param threshold rows whose score is at least this pass
 */
record ScoreCut(int score, double threshold) {

    /** The tightest cut that keeps a part of the simulated H in the window. */
    static ScoreCut of(Evaluation simulated, FourLeptonSpectrumSettings settings, double efficiency) {
        Sample sample = simulated.evaluatedSample();
        int score = simulated.task().scoreOf(1);
        double[] processes = sample.columns().get(settings.process());
        double[] masses = sample.columns().get(settings.mass());
        double[] scores = new double[sample.rows()];
        double[] weights = new double[sample.rows()];
        for (int row = 0; row < scores.length; row++) {
            boolean inside = masses[row] >= settings.windowLow() && masses[row] <= settings.windowHigh();
            scores[row] = sample.predictions()[score][row];
            weights[row] = inside && processes[row] == FourLeptonProcess.HIGGS.ordinal() ? sample.weights()[row] : 0;
        }
        return new ScoreCut(score, Quantiles.of(scores, weights).at(1 - efficiency));
    }

    /** All rows. */
    static boolean[] all(Sample sample) {
        boolean[] passes = new boolean[sample.rows()];
        Arrays.fill(passes, true);
        return passes;
    }

    /** Which rows pass. */
    boolean[] passes(Sample sample) {
        boolean[] passes = new boolean[sample.rows()];
        for (int row = 0; row < passes.length; row++) {
            passes[row] = sample.predictions()[score][row] >= threshold;
        }
        return passes;
    }
}

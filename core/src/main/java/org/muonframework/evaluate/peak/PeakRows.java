package org.muonframework.evaluate.peak;

import java.util.Arrays;
import java.util.Optional;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Histogram;

/**
 * The spectrum of the rows that pass.
 *
 * @param histogram their histogram
 * @param problem why rows cannot be chosen, if that is so; the histogram is empty then
 */
record PeakRows(Histogram histogram, Optional<String> problem) {

    static PeakRows of(Evaluation evaluation, PeakFitSettings settings) {
        Sample sample = evaluation.evaluatedSample();
        double[] values = sample.columns().get(settings.variable());
        double[] weights = sample.weights();
        boolean cut = settings.threshold().isPresent();
        if (cut && sample.predictions().length == 0) {
            return new PeakRows(
                    Histogram.of(settings.binning(), new double[0], new double[0]),
                    Optional.of("there is no score to cut on"));
        }
        if (!cut && settings.onlyClass().isEmpty()) {
            return new PeakRows(Histogram.of(settings.binning(), values, weights), Optional.empty());
        }
        float[] score = cut ? sample.predictions()[settings.scoreIn(evaluation.task())] : new float[0];
        float threshold = settings.threshold().orElse(0.0).floatValue();
        int only =
                settings.onlyClass().map(evaluation.task().classes()::indexOf).orElse(-1);
        double[] passing = new double[values.length];
        double[] passingWeights = new double[values.length];
        int passed = 0;
        for (int i = 0; i < values.length; i++) {
            if ((!cut || score[i] >= threshold) && (only < 0 || sample.labels()[i] == only)) {
                passing[passed] = values[i];
                passingWeights[passed++] = weights[i];
            }
        }
        return new PeakRows(
                Histogram.of(settings.binning(), Arrays.copyOf(passing, passed), Arrays.copyOf(passingWeights, passed)),
                Optional.empty());
    }
}

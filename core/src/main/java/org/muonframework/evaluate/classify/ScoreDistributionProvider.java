package org.muonframework.evaluate.classify;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code score-distribution}: how the score is distributed in each true class, and whether training looks different. */
public final class ScoreDistributionProvider implements MetricProvider<ScoreDistributionSettings> {

    @Override
    public String name() {
        return "score-distribution";
    }

    @Override
    public String description() {
        return "distribution of the score for each true class, training against evaluation, with a test of overtraining";
    }

    @Override
    public Class<ScoreDistributionSettings> settings() {
        return ScoreDistributionSettings.class;
    }

    @Override
    public Metric create(ScoreDistributionSettings settings, Context context) {
        return new ScoreDistribution(settings);
    }
}

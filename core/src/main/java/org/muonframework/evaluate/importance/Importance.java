package org.muonframework.evaluate.importance;

import java.util.Arrays;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/**
 * How much worse a model predicts without a feature.
 *
 * @param feature the feature or group of features
 * @param mean mean over the shuffles; NaN if a prediction was not a number
 * @param deviation standard deviation of single shuffles; NaN for one shuffle
 */
record Importance(String feature, double mean, double deviation) {

    static Importance of(String feature, double[] losses) {
        double mean = Arrays.stream(losses).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(losses).map(loss -> (loss - mean) * (loss - mean)).sum();
        return new Importance(feature, mean, Math.sqrt(squares / (losses.length - 1)));
    }

    MetricValue as(String name, Part part) {
        return MetricValue.of(name, part, mean)
                .within(mean - deviation, mean + deviation)
                .with("feature", feature);
    }
}

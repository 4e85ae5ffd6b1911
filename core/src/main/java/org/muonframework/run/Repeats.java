package org.muonframework.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/**
 * Tells the values of a model apart where an analysis lists a metric twice, such as a confusion matrix at two thresholds:
 * a value that is already there gets the key {@code metric}, {@code confusion-matrix-2}.
 */
final class Repeats {

    private static final String KEY = "metric";

    private final Set<Quantity> known = new HashSet<>();
    private final Map<String, Integer> times = new HashMap<>();

    /** What a value is known by. */
    private record Quantity(String name, Part sample, Map<String, String> keys) {

        static Quantity of(MetricValue value) {
            Map<String, String> keys = new TreeMap<>(value.keys());
            keys.remove("note");
            return new Quantity(value.name(), value.sample(), keys);
        }
    }

    /** What the metric of this name found, with no value that could be taken for one of an earlier metric. */
    MetricResult told(String metric, MetricResult result) {
        int time = times.merge(metric, 1, Integer::sum);
        List<MetricValue> values = new ArrayList<>();
        for (MetricValue value : result.values()) {
            values.add(known.contains(Quantity.of(value)) ? value.with(KEY, metric + "-" + time) : value);
        }
        values.forEach(value -> known.add(Quantity.of(value)));
        return result.withValues(values);
    }
}

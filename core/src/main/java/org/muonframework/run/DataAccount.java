package org.muonframework.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.data.KeyKind;
import org.muonframework.data.Prepared;
import org.muonframework.data.StepCount;
import org.muonframework.data.WeightCount;
import org.muonframework.spi.data.ColumnSpec;

/**
 * What the manifest says of the data.
 *
 * @param steps rows and sum of weights after each step
 * @param weights weights of each part and class, as they are and as they are trained with
 * @param eventKeys the columns that identify an event, in the order in which they are hashed
 */
record DataAccount(List<StepCount> steps, List<WeightCount> weights, Map<String, KeyKind> eventKeys) {

    /** Before anything was read. */
    static final DataAccount NONE = new DataAccount(List.of(), List.of(), Map.of());

    DataAccount {
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
        eventKeys = Collections.unmodifiableMap(new LinkedHashMap<>(eventKeys));
    }

    static DataAccount of(Prepared data, List<ColumnSpec> eventColumns) {
        Map<String, KeyKind> keys = new LinkedHashMap<>();
        eventColumns.forEach(column -> keys.put(column.name(), KeyKind.of(column.type())));
        return new DataAccount(data.steps(), data.weights(), keys);
    }
}

package org.muonframework.spi.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How much each feature did for the fit of a model, as the model itself has it.
 *
 * @param output what the model predicts of it, such as a target; empty where that is all one
 * @param region the rows that it was fitted to, such as {@code 1 <= mass < 4}; empty for all
 * @param shares by feature, its part of the whole, from 0 to 1
 */
public record FeatureGains(String output, String region, Map<String, Double> shares) {

    public FeatureGains {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(region, "region");
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /** The same gains, of a model for some of the rows. */
    public FeatureGains of(String rows) {
        return new FeatureGains(output, rows, shares);
    }
}

package org.muonframework.evaluate.coding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section of the metric {@code latent-space}. */
@Doc("A map of two latent numbers of the rows.")
public record LatentSpaceSettings(
        @Doc(
                "groups of rows that get a map each, by name: conditions, which may use truth; without any all rows are one")
        @Default("{}")
        Map<String, String> groups,

        @Doc("the number along the horizontal axis") @Default("latent_1")
        String x,

        @Doc("the number along the vertical axis") @Default("latent_2")
        String y,

        @Doc("bins along each axis") @Default("50") @Range(min = 2, max = 500)
        int bins) {

    public LatentSpaceSettings {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }
}

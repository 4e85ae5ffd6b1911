package org.muonframework.evaluate.coding;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** The section of the metric {@code anomaly}. */
@Doc("How well a number that a model gives each row tells rows of another kind.")
public record AnomalySettings(
        @Doc("the rows of the other kind: a condition, which may use truth")
        String anomalous,

        @Doc("the number, of those that the model predicts; larger is more anomalous") @Default("reconstruction_error")
        String score) {}

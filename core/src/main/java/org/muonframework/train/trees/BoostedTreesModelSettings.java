package org.muonframework.train.trees;

import java.util.Map;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** Settings of the {@code boosted-trees} model. */
@Doc("an ensemble of decision trees; depth, rate and rounds are the trainer's")
public record BoostedTreesModelSettings(
        @Doc("further parameters of XGBoost under its own names, such as max_delta_step = 1") @Default("{}")
        Map<String, String> parameters) {}

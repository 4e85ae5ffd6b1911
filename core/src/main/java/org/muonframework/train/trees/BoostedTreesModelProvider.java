package org.muonframework.train.trees;

import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.TreeModel;

/** Describes an ensemble of decision trees for any task: {@code model { type = boosted-trees }}. */
public final class BoostedTreesModelProvider implements ModelProvider<BoostedTreesModelSettings> {

    @Override
    public String name() {
        return "boosted-trees";
    }

    @Override
    public String description() {
        return "gradient-boosted decision trees for classification, regression or both";
    }

    @Override
    public Class<BoostedTreesModelSettings> settings() {
        return BoostedTreesModelSettings.class;
    }

    @Override
    public Model create(BoostedTreesModelSettings settings, ModelContext context) {
        BoosterParameters.check(settings.parameters());
        return new TreeModel(context.task(), settings.parameters());
    }
}

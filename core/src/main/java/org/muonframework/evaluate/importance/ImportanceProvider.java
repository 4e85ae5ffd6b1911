package org.muonframework.evaluate.importance;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code permutation-importance}: how much worse a model predicts when one feature is shuffled among the rows. */
public final class ImportanceProvider implements MetricProvider<ImportanceSettings> {

    @Override
    public String name() {
        return "permutation-importance";
    }

    @Override
    public String description() {
        return "how much worse the model predicts when one feature is shuffled among the rows";
    }

    @Override
    public Class<ImportanceSettings> settings() {
        return ImportanceSettings.class;
    }

    @Override
    public Metric create(ImportanceSettings settings, Context context) {
        return new PermutationImportance(settings, context.random());
    }
}

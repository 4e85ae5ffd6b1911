package org.muonframework.run.assemble;

import org.muonframework.data.PreparationPlan;
import org.muonframework.run.plan.VariationPlan;
import org.muonframework.spi.data.Dataset;

/**
 * A variation whose dataset was opened as far as its schema and fits the analysis.
 *
 * @param plan the configuration it was made from
 * @param dataset the dataset
 * @param preparation what is to be done to its rows: that of the analysis, but for what the variation says itself
 */
public record AssembledVariation(VariationPlan plan, Dataset dataset, PreparationPlan preparation) {

    /** Its name. */
    public String name() {
        return plan.name();
    }
}

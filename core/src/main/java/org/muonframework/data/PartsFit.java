package org.muonframework.data;

/**
 * What is fitted to a training part and then holds for all other rows of the same model.
 *
 * @param fillValues what is put in the place of missing values
 * @param weights what training weights are multiplied by
 */
record PartsFit(FillValues fillValues, WeightFactors weights) {

    /**
     * Fits.
     *
     * @param training the rows to fit; missing values are NaN
     * @throws org.muonframework.spi.problem.DataException if a feature has no value at all, or weights do not add up to
     *     more than 0
     */
    static PartsFit of(PreparedPart training, PreparationPlan plan) {
        return new PartsFit(
                FillValues.fit(
                        plan.features(),
                        plan.missing(),
                        training.features(),
                        training.trainingWeights(),
                        plan.routes()),
                WeightFactors.fit(plan.normalise(), training, plan.classes()));
    }

    /** Fills and scales the arrays of a part in place. */
    void apply(PreparedPart part) {
        fillValues.fill(part.features());
        weights.apply(part.labels(), part.trainingWeights());
    }
}

package org.muonframework.train.trees;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of the {@code boosted-trees} trainer; weights are scaled to a mean of 1 before these apply. */
@Doc("gradient-boosted decision trees")
public record BoostedTreesSettings(
        @Doc("largest number of rounds; each adds one tree (for k > 2 classes k trees) to each output")
        @Default("200")
        @Range(min = 1)
        int rounds,

        @Doc("largest depth of a tree") @Default("5") @Range(min = 1, max = 16)
        int maxDepth,

        @Doc("factor on each tree's contribution") @Default("0.1") @Range(min = 0, minExclusive = true, max = 1)
        double learningRate,

        @Doc("part of the rows drawn anew for each round") @Default("1") @Range(min = 0, minExclusive = true, max = 1)
        double subsample,

        @Doc("part of the features drawn anew for each tree")
        @Default("1")
        @Range(min = 0, minExclusive = true, max = 1)
        double columnSample,

        @Doc("smallest sum of weighted second derivatives of the loss in a leaf") @Default("1") @Range(min = 0)
        double minChildWeight,

        @Doc("L2 penalty on the values of leaves") @Default("1") @Range(min = 0)
        double lambda,

        @Doc("L1 penalty on the values of leaves") @Default("0") @Range(min = 0)
        double alpha,

        @Doc("smallest gain of a split") @Default("0") @Range(min = 0)
        double gamma,

        @Doc("number of histogram bins of each feature") @Default("256") @Range(min = 2, max = 65536)
        int bins,

        @Doc("ends the training when the validation loss no longer falls; the best round is used") @Default("{}")
        EarlyStopping earlyStopping) {

    /** When a training ends early. */
    public record EarlyStopping(
            @Doc("rounds without improvement after which the training ends; 0 trains all rounds and uses them all")
            @Default("20")
            @Range(min = 0)
            int rounds,

            @Doc("smallest fall of the validation loss that counts as improvement") @Default("0") @Range(min = 0)
            double minDelta) {}
}

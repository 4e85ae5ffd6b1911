package org.muonframework.run.plan;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.train.compose.Members;

/** The section {@code ensemble}, of the analysis or of an entry of {@code models}. */
@Doc("The mean of several models of one kind.")
public record EnsembleSettings(
        @Doc("Number of members.") @Default("5") @Range(min = 2, max = 1000)
        int size,

        @Doc("Whether each member has a fold of the training and validation rows to be judged by, or all fit the same.")
        @Default("folds")
        Members.Over over,

        @Doc("What the prediction of a member counts: the inverse of its validation loss, or the same as any other.")
        @Default("validation-loss")
        Members.Weights weights) {

    /** The key of the section. */
    public static final String KEY = "ensemble";

    /** What is trained. */
    Members members() {
        return new Members(size, over, weights);
    }
}

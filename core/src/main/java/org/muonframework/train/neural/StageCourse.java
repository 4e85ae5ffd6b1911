package org.muonframework.train.neural;

import java.util.List;
import org.muonframework.train.neural.store.Tensor;

/**
 * How a stage went.
 *
 * @param stage the stage
 * @param epochs its finished epochs
 * @param best the epoch, from 0, whose parameters it ends with; −1 where these are still those that it started from
 * @param parameters these parameters
 * @param seconds time spent
 * @param engine name of what trained it
 * @param engineVersion its version
 * @param diverged whether it ended because a loss was not finite; then no stage follows
 */
record StageCourse(
        Stage stage,
        List<EpochResult> epochs,
        int best,
        List<Tensor> parameters,
        double seconds,
        String engine,
        String engineVersion,
        boolean diverged) {

    StageCourse {
        epochs = List.copyOf(epochs);
        parameters = List.copyOf(parameters);
    }

    /** The epoch whose parameters it ends with: {@code pretraining, epoch 12}. */
    String kept() {
        return stage.epoch(best);
    }
}

package org.muonframework.train.neural;

import java.nio.file.Path;
import java.util.Optional;
import org.muonframework.spi.train.TrainingContext;

/**
 * What surrounds one stage of a training.
 *
 * @param whole what surrounds the training
 * @param prefix stands before each message
 * @param before epochs of the stage before
 * @param after most epochs of the stage after
 */
record StageContext(TrainingContext whole, String prefix, int before, int after) implements TrainingContext {

    @Override
    public Optional<Path> checkpoint() {
        return whole.checkpoint();
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    @Override
    public void progress(int step, int steps, String message) {
        whole.progress(before + step, before + steps + after, prefix + message);
    }
}

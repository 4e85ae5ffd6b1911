package org.muonframework.spi.train;

import java.nio.file.Path;
import java.util.Optional;

/** What surrounds one training. */
public interface TrainingContext {

    /** Where to keep what a continued training needs; empty when nothing is to be kept. The directory exists. */
    Optional<Path> checkpoint();

    /** Whether the user wants to stop. */
    boolean cancelled();

    /**
     * Reports a finished step; shown with the time left.
     *
     * @param step steps done, from 1
     * @param steps steps in all, at most
     * @param message the numbers of this step: {@code loss 0.312 (validation 0.324), 188 k rows/s}
     */
    void progress(int step, int steps, String message);
}

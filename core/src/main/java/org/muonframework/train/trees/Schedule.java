package org.muonframework.train.trees;

import java.time.Duration;

/**
 * When a training may be continued from a checkpoint, and when one is written.
 *
 * @param section rounds after which boosters that draw random numbers are rebuilt from their own bytes: only there do
 *     they depend on nothing else, as their generators cannot be saved
 * @param interval least time between two checkpoints
 */
record Schedule(int section, Duration interval) {

    static final Schedule STANDARD = new Schedule(50, Duration.ofSeconds(10));
}

package org.muonframework.train.compose;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muonframework.spi.train.TrainingContext;

/** What surrounds the members of an ensemble, several of which may be trained at once: all steps count together. */
final class EnsembleProgress {

    private final Members members;
    private final TrainingContext whole;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final int[] steps;
    private int finished;

    EnsembleProgress(Members members, TrainingContext whole) {
        this.members = members;
        this.whole = whole;
        steps = new int[members.size()];
    }

    /** Ends the members that are being trained. */
    void stop() {
        stopped.set(true);
    }

    /** A member is trained; it may have taken fewer steps than it had. */
    synchronized void finish(int member) {
        finished++;
        steps[member] = 0;
    }

    private synchronized void step(int member, int step, int of, String message) {
        steps[member] = step;
        int done = Math.multiplyExact(finished, of);
        for (int other : steps) {
            done = Math.addExact(done, other);
        }
        whole.progress(done, Math.multiplyExact(members.size(), of), members.label(member) + ": " + message);
    }

    /** What surrounds one member. */
    TrainingContext of(int member) {
        Optional<Path> checkpoint = PartOfTraining.directory(whole, EnsembleModel.directory(member));
        return new TrainingContext() {

            @Override
            public Optional<Path> checkpoint() {
                return checkpoint;
            }

            @Override
            public boolean cancelled() {
                return stopped.get() || whole.cancelled();
            }

            @Override
            public void progress(int step, int of, String message) {
                step(member, step, of, message);
            }
        };
    }
}

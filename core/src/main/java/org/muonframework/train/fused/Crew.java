package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that work on the same jobs together, the calling thread among them, and wait for each other within one.
 *
 * <p>A wait is much shorter than the system needs to put a thread to sleep, so the threads spin, and give the processor
 * away if that takes longer than it should; between jobs they go to sleep after a while.
 */
final class Crew implements AutoCloseable {

    private static final int SPINS = 1 << 10;
    private static final int PATIENCE = 1 << 14;

    private final List<Thread> threads = new ArrayList<>();
    private final int size;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
    private volatile int waits;
    private final AtomicInteger jobs = new AtomicInteger();
    private volatile Job job = member -> {};
    private volatile boolean closed;

    /** What all members do. */
    @FunctionalInterface
    interface Job {

        /** Does the share of a member. */
        void work(int member);
    }

    /** A crew of this many, the calling thread included. */
    Crew(int size) {
        this.size = size;
        for (int member = 1; member < size; member++) {
            int number = member;
            Thread thread = new Thread(() -> serve(number), "training-" + member);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Number of members. */
    int size() {
        return size;
    }

    /**
     * Does a job; the calling thread is member 0.
     *
     * <p>The first failure of a member ends the job for all, at their next wait, and is thrown again when all have ended;
     * the crew then does no further one.
     *
     * @throws CompletionException if a member threw a checked exception, which is its cause
     */
    void run(Job next) {
        if (closed) {
            throw new IllegalStateException("the crew is closed");
        }
        throwFailure();
        job = next;
        jobs.incrementAndGet();
        threads.forEach(LockSupport::unpark);
        perform(next, 0);
        if (failure.get().isPresent()) {
            for (int i = 0; ended.get() != size * jobs.get(); i++) {
                pause(i);
            }
        }
        throwFailure();
    }

    private void throwFailure() {
        Throwable problem = failure.get().orElse(null);
        if (problem instanceof Error error) {
            throw error;
        }
        if (problem instanceof RuntimeException exception) {
            throw exception;
        }
        if (problem != null) {
            throw new CompletionException(problem);
        }
    }

    /** Waits, within a job, until all members have come here. */
    void await() {
        if (size == 1) {
            return;
        }
        int now = waits;
        if (arrived.incrementAndGet() == size) {
            arrived.set(0);
            waits = now + 1;
            return;
        }
        for (int i = 0; waits == now; i++) {
            if (failure.get().isPresent()) {
                throw new AbandonedException();
            }
            pause(i);
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(LockSupport::unpark);
    }

    private void serve(int member) {
        int done = 0;
        while (true) {
            for (int i = 0; jobs.get() == done; i++) {
                if (closed) {
                    return;
                }
                if (i > PATIENCE) {
                    LockSupport.park(this);
                } else {
                    pause(i);
                }
            }
            done = jobs.get();
            perform(job, member);
        }
    }

    /** Does a member's share, and waits for the others even if that fails. */
    private void perform(Job current, int member) {
        try {
            current.work(member);
            await();
        } catch (AbandonedException e) {
            // Another member's failure is the one to tell of.
        } catch (Throwable e) {
            failure.compareAndSet(Optional.empty(), Optional.of(e));
        } finally {
            ended.incrementAndGet();
        }
    }

    private static void pause(int turn) {
        if (turn < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /** Ends the share of a member whose crew has failed. */
    private static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AbandonedException() {
            super("abandoned", null, false, false);
        }
    }
}

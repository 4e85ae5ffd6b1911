package org.muonframework.train.compose;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.muonframework.spi.train.TrainingCancelledException;

/** Does tasks on some threads, in their order. When one fails no other is begun, and its failure is thrown. */
final class Workers {

    private final Iterator<Runnable> tasks;
    private boolean failed;

    private Workers(Iterator<Runnable> tasks) {
        this.tasks = tasks;
    }

    /**
     * Does all tasks.
     *
     * @param threads number of threads, at least 1; with one it is the caller's
     * @param stop is called when one has failed, so that those which have begun end early
     */
    static void run(List<Runnable> tasks, int threads, Runnable stop) {
        if (threads == 1 || tasks.size() < 2) {
            tasks.forEach(Runnable::run);
            return;
        }
        Workers workers = new Workers(tasks.iterator());
        int count = Math.min(threads, tasks.size());
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(pool.submit(() -> workers.work(stop)));
            }
            await(running, stop);
        } finally {
            pool.shutdown();
        }
    }

    private void work(Runnable stop) {
        for (Optional<Runnable> task = next(); task.isPresent(); task = next()) {
            boolean done = false;
            try {
                task.get().run();
                done = true;
            } finally {
                if (!done) {
                    fail();
                    stop.run();
                }
            }
        }
    }

    private synchronized Optional<Runnable> next() {
        return failed || !tasks.hasNext() ? Optional.empty() : Optional.of(tasks.next());
    }

    private synchronized void fail() {
        failed = true;
    }

    /** Waits for all; a failure goes before the cancellations that it caused. */
    private static void await(List<Future<?>> running, Runnable stop) {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> worker : running) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException e) {
                stop.run();
                Thread.currentThread().interrupt();
                throw new TrainingCancelledException("interrupted");
            }
        }
        Optional<Throwable> first = failures.stream()
                .filter(failure -> !(failure instanceof TrainingCancelledException))
                .findFirst()
                .or(() -> failures.stream().findFirst());
        if (first.isPresent() && first.get() instanceof Error error) {
            throw error;
        }
        if (first.isPresent()) {
            throw (RuntimeException) first.get();
        }
    }
}

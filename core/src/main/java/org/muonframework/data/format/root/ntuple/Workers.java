package org.muonframework.data.format.root.ntuple;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Threads for the columns of one reader; none are started where one is enough. */
final class Workers implements AutoCloseable {

    private final Optional<ExecutorService> threads;

    /**
     * @param count how many tasks may run at a time
     */
    Workers(int count) {
        threads = count < 2
                ? Optional.empty()
                : Optional.of(Executors.newFixedThreadPool(count, task -> {
                    Thread thread = new Thread(task, "ntuple-reader");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    /** Does all tasks and gives their results in order; of several failures the first task's is thrown. */
    <T> List<T> run(List<Supplier<T>> tasks) {
        if (threads.isEmpty() || tasks.size() < 2) {
            return tasks.stream().map(Supplier::get).toList();
        }
        List<CompletableFuture<T>> results = tasks.stream()
                .map(task -> CompletableFuture.supplyAsync(task, threads.get()))
                .toList();
        try {
            return results.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        threads.ifPresent(ExecutorService::shutdown);
    }
}

package org.muonframework.spi.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;

/** Hands blocks out in order while threads simulate the next ones, at most one block more than there are threads. */
final class BlockReader implements BatchReader {

    private final long blocks;
    private final LongFunction<Batch> simulate;
    private final int ahead;
    private final ExecutorService workers;
    private final Deque<Future<Batch>> pending = new ArrayDeque<>();
    private long nextBlock;

    BlockReader(long blocks, LongFunction<Batch> simulate, String name, int threads) {
        this.blocks = blocks;
        this.simulate = simulate;
        this.ahead = threads + 1;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Optional<Batch> next() {
        while (pending.size() < ahead && nextBlock < blocks) {
            long block = nextBlock++;
            pending.add(workers.submit(() -> simulate.apply(block)));
        }
        Future<Batch> first = pending.poll();
        return first == null ? Optional.empty() : Optional.of(await(first));
    }

    @Override
    public void close() {
        workers.shutdownNow();
        pending.clear();
    }

    private static Batch await(Future<Batch> block) {
        try {
            return block.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the simulation failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while simulating", e);
        }
    }
}

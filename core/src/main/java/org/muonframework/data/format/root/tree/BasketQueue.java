package org.muonframework.data.format.root.tree;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * Baskets in the order in which they are wanted, read and decompressed ahead by some threads. What is ahead takes no more
 * than some baskets a thread and 64 MiB, but always one.
 */
final class BasketQueue implements AutoCloseable {

    private static final long MOST_BYTES = 64L << 20;
    private static final int AHEAD_PER_THREAD = 4;

    private static final ThreadFactory BACKGROUND = task -> {
        Thread thread = new Thread(task, "root-baskets");
        thread.setDaemon(true);
        return thread;
    };

    private final Iterator<Place> places;
    private final int most;
    private final Executor executor;
    private final Queue<Ahead> ahead = new ArrayDeque<>();
    private long bytes;

    /**
     * Starts with the first basket that is wanted.
     *
     * @param threads how many read ahead; with one the caller's own thread reads what it takes
     */
    BasketQueue(Iterator<Place> places, int threads) {
        this.places = places;
        most = threads > 1 ? threads * AHEAD_PER_THREAD : 1;
        executor = threads > 1 ? Executors.newFixedThreadPool(threads, BACKGROUND) : Runnable::run;
    }

    /**
     * A basket that will be wanted.
     *
     * @param baskets those of its branch
     * @param number its number among them
     */
    record Place(Baskets baskets, int number) {}

    private record Ahead(CompletableFuture<Basket> basket, long bytes) {}

    /** The next basket. */
    Basket take() {
        fill();
        Ahead next = ahead.remove();
        bytes -= next.bytes();
        if (executor instanceof ExecutorService) {
            fill();
        }
        try {
            return next.basket().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RootException problem ? problem : e;
        }
    }

    private void fill() {
        while (places.hasNext() && ahead.size() < most && (ahead.isEmpty() || bytes < MOST_BYTES)) {
            Place place = places.next();
            long size = place.baskets().size(place.number());
            bytes += size;
            ahead.add(new Ahead(
                    CompletableFuture.supplyAsync(() -> place.baskets().read(place.number()), executor), size));
        }
    }

    /** Ends reading ahead. Threads are not interrupted, since that would close the file. */
    @Override
    public void close() {
        ahead.forEach(next -> next.basket().cancel(false));
        ahead.clear();
        if (executor instanceof ExecutorService service) {
            service.shutdown();
        }
    }
}

package org.muonframework.data.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;

/** Cuts every batch into as many runs of rows as there are threads, transforms them and joins them again. */
final class TransformingReader implements BatchReader {

    private final BatchReader reader;
    private final List<NamedTransform> transforms;
    private final Set<String> inputs;
    private final Set<String> columns;
    private final int threads;
    private final Optional<ExecutorService> workers;

    /**
     * Over a reader of what is needed.
     *
     * @param transforms the transforms to compute, in order
     * @param columns the columns to hand over
     */
    TransformingReader(BatchReader reader, List<NamedTransform> transforms, Set<String> columns, int threads) {
        this.reader = reader;
        this.transforms = transforms;
        this.columns = columns;
        this.threads = threads;
        inputs = transforms.stream()
                .flatMap(transform -> transform.inputNames().stream())
                .collect(Collectors.toUnmodifiableSet());
        workers = threads < 2
                ? Optional.empty()
                : Optional.of(Executors.newFixedThreadPool(threads, task -> {
                    Thread thread = new Thread(task, "transform");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    @Override
    public Optional<Batch> next() {
        return reader.next().map(this::transformed);
    }

    private Batch transformed(Batch batch) {
        List<Batch> parts = parts(batch);
        Map<String, Column> wanted = new HashMap<>();
        for (String name : columns) {
            Column given = batch.columns().get(name);
            wanted.put(
                    name,
                    given != null
                            ? given
                            : RowRuns.joined(parts.stream()
                                    .map(part -> part.column(name))
                                    .toList()));
        }
        return new Batch(batch.rows(), wanted, batch.source(), batch.firstRow());
    }

    /** The rows with what the transforms make, in order; of several failures the one of the first rows is thrown. */
    private List<Batch> parts(Batch batch) {
        int count = Math.min(threads, batch.rows());
        if (workers.isEmpty() || count < 2) {
            return List.of(compute(RowRuns.of(batch, inputs, 0, batch.rows())));
        }
        List<Future<Batch>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) batch.rows() * i / count);
            int to = (int) ((long) batch.rows() * (i + 1) / count);
            running.add(workers.get().submit(() -> compute(RowRuns.of(batch, inputs, from, to))));
        }
        return running.stream().map(TransformingReader::await).toList();
    }

    private Batch compute(Batch rows) {
        Batch extended = rows;
        for (NamedTransform transform : transforms) {
            extended = transform.addTo(extended);
        }
        return extended;
    }

    private static Batch await(Future<Batch> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a transform failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while transforming", e);
        }
    }

    @Override
    public void close() {
        workers.ifPresent(ExecutorService::shutdownNow);
        reader.close();
    }
}

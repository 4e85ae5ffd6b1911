package org.muonframework.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@link Context#standalone} and {@link ModelContext#standalone} give. */
record StandaloneContext(long seed, int threads, Task task, Map<String, ColumnSpec> columns) implements ModelContext {

    private static final Task NOTHING = new Task(List.of(), List.of(), List.of());

    static StandaloneContext of(long seed, int threads) {
        return of(seed, threads, NOTHING);
    }

    static StandaloneContext of(long seed, int threads, Task task) {
        Map<String, ColumnSpec> columns = Stream.concat(task.features().stream(), task.targets().stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), name -> ColumnSpec.of(name, ColumnType.DOUBLE)));
        return new StandaloneContext(seed, threads, task, columns);
    }

    @Override
    public RandomStreams random() {
        return new RandomStreams(seed);
    }

    @Override
    public Path directory() {
        return Path.of("");
    }

    @Override
    public Logger log() {
        return LoggerFactory.getLogger(Context.class);
    }
}

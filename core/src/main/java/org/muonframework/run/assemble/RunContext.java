package org.muonframework.run.assemble;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.model.Task;
import org.slf4j.Logger;

/**
 * What a run offers to the services that it calls.
 *
 * @param random generators made from the run's seed
 * @param threads number of threads allowed
 * @param directory where relative paths of the configuration start
 * @param log the log of the service
 * @param knownTask the task, for a model
 * @param columns its features and targets, by name
 */
public record RunContext(
        RandomStreams random,
        int threads,
        Path directory,
        Logger log,
        Optional<Task> knownTask,
        Map<String, ColumnSpec> columns)
        implements ModelContext {

    /** A context for anything but a model. */
    public RunContext(RandomStreams random, int threads, Path directory, Logger log) {
        this(random, threads, directory, log, Optional.empty(), Map.of());
    }

    RunContext withSeed(long seed) {
        return new RunContext(new RandomStreams(seed), threads, directory, log, knownTask, columns);
    }

    /**
     * The same for a model of this task.
     *
     * @param known what is known of columns, of others than the model's as well
     */
    public RunContext withTask(Task task, List<ColumnSpec> known) {
        Map<String, ColumnSpec> own = known.stream()
                .filter(column -> task.features().contains(column.name())
                        || task.targets().contains(column.name()))
                .collect(Collectors.toUnmodifiableMap(ColumnSpec::name, Function.identity()));
        return new RunContext(random, threads, directory, log, Optional.of(task), own);
    }

    @Override
    public Task task() {
        return knownTask.orElseThrow();
    }
}

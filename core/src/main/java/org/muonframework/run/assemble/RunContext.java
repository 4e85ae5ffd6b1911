package org.muonframework.run.assemble;

import java.nio.file.Path;
import java.util.Optional;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.RandomStreams;
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
 */
public record RunContext(RandomStreams random, int threads, Path directory, Logger log, Optional<Task> knownTask)
        implements ModelContext {

    /** A context for anything but a model. */
    public RunContext(RandomStreams random, int threads, Path directory, Logger log) {
        this(random, threads, directory, log, Optional.empty());
    }

    RunContext withSeed(long seed) {
        return new RunContext(new RandomStreams(seed), threads, directory, log, knownTask);
    }

    /** The same for a model of this task. */
    public RunContext withTask(Task task) {
        return new RunContext(random, threads, directory, log, Optional.of(task));
    }

    @Override
    public Task task() {
        return knownTask.orElseThrow();
    }
}

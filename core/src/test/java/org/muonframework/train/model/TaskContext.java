package org.muonframework.train.model;

import java.nio.file.Path;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Task;
import org.slf4j.Logger;

/** What a model provider sees of a task in these tests. */
record TaskContext(Task task) implements ModelContext {

    static final Context PLAIN = Context.standalone(1, 1);

    @Override
    public RandomStreams random() {
        return PLAIN.random();
    }

    @Override
    public int threads() {
        return PLAIN.threads();
    }

    @Override
    public Path directory() {
        return PLAIN.directory();
    }

    @Override
    public Logger log() {
        return PLAIN.log();
    }
}

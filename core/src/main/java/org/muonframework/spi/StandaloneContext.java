package org.muonframework.spi;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@link Context#standalone} gives. */
record StandaloneContext(long seed, int threads) implements Context {

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

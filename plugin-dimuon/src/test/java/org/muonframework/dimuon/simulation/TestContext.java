package org.muonframework.dimuon.simulation;

import java.nio.file.Path;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run with this seed and this many threads. */
record TestContext(long seed, int threads) implements Context {

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
        return LoggerFactory.getLogger(TestContext.class);
    }
}

package org.muonframework.train.compose;

import java.nio.file.Path;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.slf4j.Logger;

/**
 * What a part of a composed training is offered: what the whole is, but random numbers and threads of its own.
 *
 * @param host what the whole is offered
 */
record PartOfHost(Context host, RandomStreams random, int threads) implements Context {

    /** Independent random numbers for a part, and all threads. */
    static PartOfHost seeded(Context host, String purpose, long index) {
        return new PartOfHost(host, new RandomStreams(host.random().derive(purpose, index)), host.threads());
    }

    /** The same on one thread. */
    PartOfHost onOneThread() {
        return new PartOfHost(host, random, 1);
    }

    @Override
    public Path directory() {
        return host.directory();
    }

    @Override
    public Logger log() {
        return host.log();
    }
}

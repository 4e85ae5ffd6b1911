package org.muonframework.train.neural.engine;

import org.muonframework.spi.RandomStreams;
import org.muonframework.train.neural.data.DropoutMask;

/** The masks of all dropout layers of a network for the batch that is being trained. */
final class DropoutMasks {

    private final RandomStreams random;
    private int epoch;
    private int batch;

    DropoutMasks(RandomStreams random) {
        this.random = random;
    }

    /** Goes to a batch of an epoch, both from 0. */
    void moveTo(int presentEpoch, int presentBatch) {
        epoch = presentEpoch;
        batch = presentBatch;
    }

    /** The mask of a layer, by the position of its node. */
    DropoutMask of(int node, double rate) {
        return DropoutMask.of(random, epoch, batch, node, rate);
    }
}

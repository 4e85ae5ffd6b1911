package org.muonframework.train.neural.engine;

import org.muonframework.spi.RandomStreams;
import org.muonframework.train.neural.data.DropoutMask;
import org.muonframework.train.neural.data.SampleNoise;

/** The random numbers of all dropout and sampling layers of a network for the batch that is being trained. */
final class DropoutMasks {

    private final RandomStreams random;
    private RandomStreams ofPart;
    private int epoch;
    private int batch;

    DropoutMasks(RandomStreams random) {
        this.random = random;
        this.ofPart = random;
    }

    /** Goes to a batch of an epoch, and a part of it, all from 0. Those of the first part are those of the whole batch. */
    void moveTo(int presentEpoch, int presentBatch, int part) {
        ofPart = part == 0 ? random : new RandomStreams(random.derive("micro-batch", part));
        epoch = presentEpoch;
        batch = presentBatch;
    }

    /** The mask of a layer, by the position of its node. */
    DropoutMask of(int node, double rate) {
        return DropoutMask.of(ofPart, epoch, batch, node, rate);
    }

    /** The noise of a sampling layer, by the position of its node. */
    SampleNoise noiseOf(int node) {
        return SampleNoise.of(ofPart, epoch, batch, node);
    }
}

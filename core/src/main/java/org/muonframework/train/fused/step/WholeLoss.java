package org.muonframework.train.fused.step;

import java.util.Arrays;

/** A loss that judges all rows of a batch together, between two stages. */
final class WholeLoss {

    private final LossOperation end;
    private final float[] collected;
    private float[] gradient = new float[0];
    private float factor;

    WholeLoss(LossOperation end, int batchRows) {
        this.end = end;
        this.collected = new float[Math.multiplyExact(batchRows, end.z().width())];
    }

    /** Takes the values of a block. */
    void collect(Worker worker) {
        end.collect(worker, collected);
    }

    /** Judges; by one worker while the others wait. */
    void judge(Worker worker) {
        int values = worker.batch().rows() * end.z().width();
        gradient = new float[values];
        factor = end.judgeAll(worker, Arrays.copyOf(collected, values), gradient);
    }

    /** Gives a block its gradient. */
    void distribute(Worker worker) {
        end.distribute(worker, gradient, factor);
    }
}

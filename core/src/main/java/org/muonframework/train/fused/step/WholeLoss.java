package org.muonframework.train.fused.step;

import java.util.Arrays;

/** A loss that judges all rows of a step together: those of its parts, once all have gone forward. */
final class WholeLoss {

    private final LossOperation end;
    private final float[] values;
    private final float[] truths;
    private final float[] weights;
    private float[] gradient = new float[0];
    private float factor;

    WholeLoss(LossOperation end, int stepRows) {
        this.end = end;
        this.values = new float[Math.multiplyExact(stepRows, end.z().width())];
        this.truths = new float[Math.multiplyExact(stepRows, end.truth().width())];
        this.weights = new float[stepRows];
    }

    /** Takes a block. */
    void collect(Worker worker) {
        put(end.compact(worker), worker, end.z().width(), values);
        put(LossOperation.copy(worker, end.truth()), worker, end.truth().width(), truths);
        put(LossOperation.copy(worker, end.weights()), worker, 1, weights);
    }

    private static void put(float[] part, Worker worker, int width, float[] all) {
        System.arraycopy(part, 0, all, position(worker) * width, part.length);
    }

    /** The position of a block's first row among those of the step. */
    private static int position(Worker worker) {
        return worker.batch().before() + worker.row();
    }

    /** Judges; by one worker, which has been at the last part, while the others wait. */
    void judge(Worker worker) {
        Batch last = worker.batch();
        int rows = last.before() + last.rows();
        gradient = new float[rows * end.z().width()];
        factor = end.judge(
                0,
                Arrays.copyOf(values, gradient.length),
                Arrays.copyOf(truths, rows * end.truth().width()),
                Arrays.copyOf(weights, rows),
                last.order(),
                last.first() - last.before(),
                gradient);
    }

    /** Gives a block its gradient. */
    void distribute(Worker worker) {
        end.dz()
                .ifPresent(room -> end.spread(
                        worker, room, gradient, position(worker) * end.z().width(), factor));
    }
}

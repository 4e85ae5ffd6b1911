package org.muonframework.train.fused.step;

import java.util.Arrays;
import java.util.Optional;

/**
 * The end of the way forward and the start of the way back of one output: its loss, and the gradient that this gives.
 *
 * <p>Gradients are those of Σ weight · loss, without the division by the sum of weights, which is known only when all
 * blocks are done; the step divides by it in the end.
 *
 * @param output number of the output
 * @param z its values
 * @param dz their gradient, if anybody needs it
 * @param truth what it is compared with
 * @param weights of the rows
 */
record LossOperation(Losses losses, int output, Totals totals, Room z, Optional<Room> dz, Room truth, Room weights) {

    /** Judges a block; for a loss that is a mean over rows. */
    void judge(Worker worker) {
        float[] ofRows = copy(worker, weights);
        double total = sum(ofRows);
        float[] values = compact(worker);
        float[] gradient = new float[values.length];
        if (total > 0) {
            float[] truths = copy(worker, truth);
            double loss = fit(worker, worker.row(), values, truths, ofRows, gradient);
            totals.add(worker.slice(), output, loss * total, losses.correct(output, values, truths, ofRows));
        }
        float factor = (float) (losses.factor(output) * total);
        dz.ifPresent(room -> spread(worker, room, gradient, 0, factor));
    }

    /** Adds the weights of a block to the totals, which start anew with the first block of a slice. */
    void weigh(Worker worker) {
        if (worker.fresh()) {
            totals.begin(worker.slice());
        }
        totals.addWeight(worker.slice(), sum(copy(worker, weights)));
    }

    /** Puts the values of a block among those of the batch. */
    void collect(Worker worker, float[] values) {
        float[] part = compact(worker);
        System.arraycopy(part, 0, values, worker.row() * z.width(), part.length);
    }

    /**
     * Judges all rows of a batch together.
     *
     * @param worker any worker; the rooms of truth and weights are the batch's
     * @param values of all rows
     * @param gradient to be filled
     * @return what the gradient is to be multiplied with
     */
    float judgeAll(Worker worker, float[] values, float[] gradient) {
        int rows = worker.batch().rows();
        float[] ofRows = Arrays.copyOf(worker.array(weights), rows);
        float[] truths = Arrays.copyOf(worker.array(truth), rows * truth.width());
        double total = sum(ofRows);
        if (!(total > 0)) {
            return 0;
        }
        double loss = fit(worker, 0, values, truths, ofRows, gradient);
        totals.add(0, output, loss * total, losses.correct(output, values, truths, ofRows));
        return (float) (losses.factor(output) * total);
    }

    /** Takes a block's gradient from that of the batch. */
    void distribute(Worker worker, float[] gradient, float factor) {
        dz.ifPresent(room -> spread(worker, room, gradient, worker.row() * z.width(), factor));
    }

    /** Judges the rows from a position of the batch on. */
    private double fit(Worker worker, int position, float[] values, float[] truths, float[] ofRows, float[] gradient) {
        Batch batch = worker.batch();
        return losses.fit(output, values, truths, ofRows, batch.order(), batch.first() + position, gradient);
    }

    private float[] compact(Worker worker) {
        float[] values = new float[worker.rows() * z.width()];
        float[] source = worker.array(z);
        int from = worker.from(z);
        for (int row = 0, at = 0; row < worker.rows(); row++) {
            for (int k = 0; k < z.width(); k++, at++) {
                values[at] = source[from + z.place(row, k)];
            }
        }
        return values;
    }

    private void spread(Worker worker, Room room, float[] gradient, int first, float factor) {
        float[] target = worker.array(room);
        int from = worker.from(room);
        for (int row = 0, at = first; row < worker.rows(); row++) {
            for (int k = 0; k < z.width(); k++, at++) {
                target[from + room.place(row, k)] = gradient[at] * factor;
            }
        }
    }

    private static float[] copy(Worker worker, Room room) {
        int from = worker.from(room);
        return Arrays.copyOfRange(worker.array(room), from, from + worker.rows() * room.width());
    }

    private static double sum(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }
}

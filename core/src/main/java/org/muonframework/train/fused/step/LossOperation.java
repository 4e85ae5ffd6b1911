package org.muonframework.train.fused.step;

import java.util.Arrays;
import java.util.Optional;
import org.muonframework.train.fused.kernel.Volume;

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
        Batch batch = worker.batch();
        float[] values = compact(worker);
        float[] gradient = new float[values.length];
        float factor = judge(
                worker.slice(),
                values,
                copy(worker, truth),
                copy(worker, weights),
                batch.order(),
                batch.first() + worker.row(),
                gradient);
        dz.ifPresent(room -> spread(worker, room, gradient, 0, factor));
    }

    /**
     * Judges rows.
     *
     * @param slice to whose totals the result is added
     * @param order numbers of rows, of which those from {@code from} on are these
     * @param gradient to be filled
     * @return what the gradient is to be multiplied with
     */
    float judge(int slice, float[] values, float[] truths, float[] ofRows, int[] order, int from, float[] gradient) {
        double total = sum(ofRows);
        if (!(total > 0)) {
            return 0;
        }
        double loss = losses.fit(output, values, truths, ofRows, order, from, gradient);
        totals.add(slice, output, loss * total, losses.correct(output, values, truths, ofRows));
        return (float) (losses.factor(output) * total);
    }

    /** Adds the weights of a block to the totals. */
    void weigh(Worker worker) {
        totals.addWeight(worker.slice(), sum(copy(worker, weights)));
    }

    /** The values of a block, row by row. */
    float[] compact(Worker worker) {
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

    /** Gives a block its gradient: the values from {@code first} on, times a factor. */
    void spread(Worker worker, Room room, float[] gradient, int first, float factor) {
        float[] target = worker.array(room);
        int from = worker.from(room);
        for (int row = 0, at = first; row < worker.rows(); row++) {
            for (int k = 0; k < z.width(); k++, at++) {
                target[from + room.place(row, k)] = gradient[at] * factor;
            }
        }
        for (int row = worker.rows(); room.isVolume() && row < Volume.LANES; row++) {
            for (int k = 0; k < z.width(); k++) {
                target[from + room.place(row, k)] = 0;
            }
        }
    }

    /** The rows of a block. */
    static float[] copy(Worker worker, Room room) {
        int from = worker.from(room);
        return Arrays.copyOfRange(worker.array(room), from, from + worker.rows() * room.width());
    }

    /** The sum of weights. */
    static double sum(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }
}

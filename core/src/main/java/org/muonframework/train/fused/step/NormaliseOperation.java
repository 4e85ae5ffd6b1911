package org.muonframework.train.fused.step;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.ActivationFunction;

/**
 * Batch normalisation (Ioffe and Szegedy, arXiv:1502.03167, algorithm 1): y = γ (x − μ) / √(σ² + ε) + β with the mean μ
 * and the variance σ² of the batch.
 *
 * <p>Both ways need sums over all rows, so each has two parts with a wait between. The sums of each slice are kept apart
 * and added in the order of slices, in double precision, by every worker for itself: all get the same, and no further
 * wait is needed. The sums of the way back have memory of their own, since a worker may begin with them while another
 * one still concludes the way forward. Moments are taken about the first row of each slice: a row is as near to the mean
 * as the values are wide, so that the variance loses no digits, wherever the mean is.
 */
final class NormaliseOperation implements Operation {

    private final State state;
    private final BatchNormPlaces places;
    private final Statistics statistics;
    private final Room x;
    private final Room y;
    private final Room d;
    private final boolean onward;
    private final float[][] centres;
    private final int[] counts;
    private final float[] sums;
    private final float[] squares;
    private final float[] sumsBack;
    private final float[] productsBack;
    private final Moments[] moments;

    /**
     * A normalisation.
     *
     * @param x its input, which stays as it is
     * @param function what follows in one go, for volumes
     * @param y its output, or that of the function
     * @param d gradient of its output, which becomes that of its input
     * @param onward whether anybody needs the gradient of its input
     * @param slices most slices of a batch
     * @param workers number of workers
     */
    NormaliseOperation(
            State state,
            BatchNormPlaces places,
            Room x,
            Optional<ActivationFunction> function,
            Room y,
            Room d,
            boolean onward,
            int slices,
            int workers) {
        this.state = state;
        this.places = places;
        this.statistics = new Statistics(x, function);
        this.x = x;
        this.y = y;
        this.d = d;
        this.onward = onward;
        int columns = statistics.columns();
        centres = new float[slices][columns];
        counts = new int[slices];
        sums = new float[slices * columns];
        squares = new float[slices * columns];
        sumsBack = new float[slices * columns];
        productsBack = new float[slices * columns];
        moments = new Moments[workers];
        for (int worker = 0; worker < workers; worker++) {
            moments[worker] = new Moments(columns);
        }
    }

    /** What one worker has made of the sums of all slices. */
    private static final class Moments {
        private final float[] mean;
        private final float[] variance;
        private final float[] inverse;
        private final float[] scale;
        private final float[] shift;
        private final float[] slope;
        private final float[] offset;

        Moments(int columns) {
            mean = new float[columns];
            variance = new float[columns];
            inverse = new float[columns];
            scale = new float[columns];
            shift = new float[columns];
            slope = new float[columns];
            offset = new float[columns];
        }
    }

    /** First part forward: the sums of a block. */
    void measure(Worker worker) {
        int slice = worker.slice();
        if (worker.fresh()) {
            for (int j = 0; j < statistics.count(); j++) {
                centres[slice][j] = statistics.first(worker, j);
            }
            counts[slice] = 0;
        }
        counts[slice] += worker.rows() * statistics.values();
        statistics.moments(worker, centres[slice], sums, squares, slice * statistics.columns());
    }

    /** Between the parts forward: mean and variance of the batch. */
    void conclude(int worker, int slices, int rows) {
        Moments own = moments[worker];
        double values = (double) rows * statistics.values();
        int columns = statistics.columns();
        for (int j = 0; j < statistics.count(); j++) {
            double sum = 0;
            for (int slice = 0; slice < slices; slice++) {
                sum += (double) counts[slice] * centres[slice][j] + sums[slice * columns + j];
            }
            double mean = sum / values;
            double square = 0;
            for (int slice = 0; slice < slices; slice++) {
                double shift = centres[slice][j] - mean;
                square += squares[slice * columns + j]
                        + shift * (2.0 * sums[slice * columns + j] + counts[slice] * shift);
            }
            double variance = Math.max(0, square / values);
            double inverse = 1 / Math.sqrt(variance + places.epsilon());
            own.mean[j] = (float) mean;
            own.variance[j] = (float) variance;
            own.inverse[j] = (float) inverse;
            own.scale[j] = (float) (state.values()[places.gamma() + j] * inverse);
            own.shift[j] = state.values()[places.beta() + j];
        }
    }

    /** Second part forward. */
    @Override
    public void forward(Worker worker) {
        Moments own = moments[worker.number()];
        statistics.normalise(worker, y, own.mean, own.scale, own.shift);
    }

    /** First part back: the sums of a block. */
    void measureBack(Worker worker) {
        Moments own = moments[worker.number()];
        int at = worker.slice() * statistics.columns();
        statistics.sumsBack(worker, d, own.mean, own.scale, own.shift, sumsBack, productsBack, at);
    }

    /** The rooms of the first part back. */
    List<Room> roomsMeasured() {
        return List.of(x, d);
    }

    /** Between the parts back: what the gradient of the input takes from the sums over the batch. */
    void concludeBack(int worker, int slices, int rows) {
        Moments own = moments[worker];
        double values = (double) rows * statistics.values();
        int columns = statistics.columns();
        for (int j = 0; j < statistics.count(); j++) {
            double sum = 0;
            double product = 0;
            for (int slice = 0; slice < slices; slice++) {
                sum += sumsBack[slice * columns + j];
                product += productsBack[slice * columns + j];
            }
            double inverse = own.inverse[j];
            own.slope[j] = (float) (-own.scale[j] * inverse * inverse * product / values);
            own.offset[j] = (float) (-own.scale[j] * sum / values);
        }
    }

    /** Second part back; with the first block of a slice, the slice's gradients of scale and shift. */
    @Override
    public void backward(Worker worker) {
        Moments own = moments[worker.number()];
        if (worker.fresh()) {
            addGradients(worker, own);
        }
        if (onward) {
            statistics.normaliseBack(worker, d, own.mean, own.scale, own.slope, own.offset);
        }
    }

    private void addGradients(Worker worker, Moments own) {
        float[] gradients = state.gradients()[worker.slice()];
        int from = worker.slice() * statistics.columns();
        for (int j = 0; j < statistics.count(); j++) {
            int gamma = places.gamma() + j;
            int beta = places.beta() + j;
            gradients[gamma] = productsBack[from + j] * own.inverse[j] + (worker.starts() ? 0 : gradients[gamma]);
            gradients[beta] = sumsBack[from + j] + (worker.starts() ? 0 : gradients[beta]);
        }
    }

    @Override
    public List<Room> roomsBack() {
        return onward ? roomsMeasured() : List.of();
    }

    /** After a part of a step: moves the running averages. */
    void remember() {
        Moments any = moments[0];
        float kept = (float) places.momentum();
        float[] running = state.running();
        for (int j = 0; j < statistics.count(); j++) {
            int mean = places.runningMean() + j;
            int variance = places.runningVariance() + j;
            running[mean] = running[mean] * kept + any.mean[j] * (1 - kept);
            running[variance] = running[variance] * kept + any.variance[j] * (1 - kept);
        }
    }
}

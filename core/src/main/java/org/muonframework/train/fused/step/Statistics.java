package org.muonframework.train.fused.step;

import java.util.Optional;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.fused.kernel.Volume;
import org.muonframework.train.fused.kernel.VolumeKernels;

/**
 * The loops of a normalisation over what lies in a room: columns of panels, or channels of a volume. {@code at} is where the
 * numbers of the columns or channels begin.
 *
 * <p>Where a function follows the normalisation of a volume, both are done in one go, on both ways; what lies between is
 * kept nowhere.
 *
 * @param x what is normalised
 * @param function what follows, for volumes
 */
record Statistics(Room x, Optional<ActivationFunction> function) {

    /** How many columns or channels have statistics of their own. */
    int count() {
        return x.isVolume() ? x.channels() : x.width();
    }

    /** Numbers to keep for them, those that fill up a panel included. */
    int columns() {
        return x.isVolume() ? x.channels() : x.columns();
    }

    /** Values of a column or channel in a row. */
    int values() {
        return x.isVolume() ? x.cells().cells() : 1;
    }

    /** A value of a column or channel, of the first row of a block. */
    float first(Worker worker, int column) {
        return worker.array(x)[worker.from(x) + x.place(0, column * values())];
    }

    void moments(Worker worker, float[] centres, float[] sums, float[] squares, int at) {
        float[] values = worker.array(x);
        int from = worker.from(x);
        int rows = worker.rows();
        if (x.isVolume()) {
            worker.volumes().moments(rows, x.volume(), values, from, centres, worker.fresh(), sums, squares, at);
        } else {
            worker.kernels().moments(rows, x.columns(), values, from, centres, worker.fresh(), sums, squares, at);
        }
    }

    void normalise(Worker worker, Room y, float[] mean, float[] scale, float[] shift) {
        float[] values = worker.array(x);
        int from = worker.from(x);
        float[] results = worker.array(y);
        int to = worker.from(y);
        if (function.isPresent()) {
            worker.volumes()
                    .normaliseActivate(
                            function.get(), x.volume(), values, from, y.volume(), results, to, mean, scale, shift);
        } else if (x.isVolume()) {
            worker.volumes().normalise(x.volume(), values, from, y.volume(), results, to, mean, scale, shift);
        } else {
            worker.kernels().normalise(worker.rows(), x.columns(), values, from, results, to, mean, scale, shift);
        }
    }

    /** The sums of the way back, and where a function follows, the way back through that before. */
    void sumsBack(
            Worker worker, Room d, float[] mean, float[] scale, float[] shift, float[] sums, float[] products, int at) {
        VolumeKernels volumes = worker.volumes();
        float[] values = worker.array(x);
        int from = worker.from(x);
        float[] slopes = worker.array(d);
        int to = worker.from(d);
        int rows = worker.rows();
        boolean fresh = worker.fresh();
        if (function.isPresent()) {
            volumes.normaliseActivateBack(
                    function.get(),
                    rows,
                    d.volume(),
                    slopes,
                    to,
                    x.volume(),
                    values,
                    from,
                    mean,
                    scale,
                    shift,
                    fresh,
                    sums,
                    products,
                    at);
        } else if (x.isVolume()) {
            Volume form = x.volume();
            volumes.normaliseSums(rows, d.volume(), slopes, to, form, values, from, mean, fresh, sums, products, at);
        } else {
            worker.kernels()
                    .normaliseSums(rows, x.columns(), slopes, to, values, from, mean, fresh, sums, products, at);
        }
    }

    void normaliseBack(Worker worker, Room d, float[] mean, float[] scale, float[] slope, float[] offset) {
        float[] values = worker.array(x);
        int from = worker.from(x);
        float[] slopes = worker.array(d);
        int to = worker.from(d);
        int rows = worker.rows();
        if (x.isVolume()) {
            Volume form = x.volume();
            worker.volumes()
                    .normaliseBack(rows, d.volume(), slopes, to, form, values, from, mean, scale, slope, offset);
        } else {
            worker.kernels().normaliseBack(rows, x.columns(), slopes, to, values, from, mean, scale, slope, offset);
        }
    }
}

package org.muonframework.train.fused.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sampling layer.
 *
 * @param index its number among the noises of a batch
 * @param clamp the logarithm of a variance counts as no further from 0 than this
 * @param mean its first input
 * @param logarithm its second input, logarithms of variances
 * @param y its output
 * @param dMean gradient of the first input, if anybody needs it
 * @param dLogarithm gradient of the second input, if anybody needs it
 * @param dy gradient of the output, if anybody needs it
 */
record SampleOperation(
        int index,
        float clamp,
        Room mean,
        Room logarithm,
        Room y,
        Optional<Room> dMean,
        Optional<Room> dLogarithm,
        Optional<Room> dy)
        implements Operation {

    @Override
    public void forward(Worker worker) {
        float[] means = worker.array(mean);
        float[] logarithms = worker.array(logarithm);
        float[] values = worker.array(y);
        for (int row = 0; row < worker.rows(); row++) {
            for (int i = 0; i < y.width(); i++) {
                float shift =
                        deviation(logarithms[worker.from(logarithm) + logarithm.place(row, i)]) * noise(worker, row, i);
                values[worker.from(y) + y.place(row, i)] = means[worker.from(mean) + mean.place(row, i)] + shift;
            }
        }
    }

    @Override
    public void backward(Worker worker) {
        dMean.ifPresent(target -> worker.copy(dy.orElseThrow(), target));
        dLogarithm.ifPresent(target -> backToLogarithm(worker, dy.orElseThrow(), target));
    }

    /** With the deviation e^(½ log σ²) the derivative is half of deviation times noise, and 0 beyond the clamp. */
    private void backToLogarithm(Worker worker, Room from, Room target) {
        float[] logarithms = worker.array(logarithm);
        float[] slopes = worker.array(from);
        float[] gradient = worker.array(target);
        for (int row = 0; row < worker.rows(); row++) {
            for (int i = 0; i < y.width(); i++) {
                float value = logarithms[worker.from(logarithm) + logarithm.place(row, i)];
                float slope = slopes[worker.from(from) + from.place(row, i)];
                gradient[worker.from(target) + target.place(row, i)] =
                        Math.abs(value) < clamp ? 0.5f * deviation(value) * noise(worker, row, i) * slope : 0;
            }
        }
    }

    private float deviation(float value) {
        return (float) Math.exp(0.5 * Math.max(-clamp, Math.min(clamp, value)));
    }

    private float noise(Worker worker, int row, int place) {
        return worker.batch().noises().get(index).at((worker.row() + row) * y.width() + place);
    }

    @Override
    public List<Room> roomsBack() {
        return Stream.concat(
                        Stream.of(logarithm), Stream.of(dMean, dLogarithm, dy).flatMap(Optional::stream))
                .toList();
    }
}

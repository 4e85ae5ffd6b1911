package org.muonframework.train.fused.step;

import java.util.List;

/**
 * Batch normalisation with fixed statistics, for scoring.
 *
 * @param state the parameters
 * @param places where they lie
 * @param x its input
 * @param y its output, perhaps in the same room
 */
record AffineOperation(State state, BatchNormPlaces places, Room x, Room y) implements Operation {

    @Override
    public void forward(Worker worker) {
        int columns = x.columns();
        float[] mean = new float[columns];
        float[] scale = new float[columns];
        float[] shift = new float[columns];
        for (int j = 0; j < x.width(); j++) {
            double variance = state.running()[places.runningVariance() + j];
            mean[j] = state.running()[places.runningMean() + j];
            scale[j] = (float) (state.values()[places.gamma() + j] / Math.sqrt(variance + places.epsilon()));
            shift[j] = state.values()[places.beta() + j];
        }
        worker.kernels()
                .normalise(
                        worker.rows(),
                        columns,
                        worker.array(x),
                        worker.from(x),
                        worker.array(y),
                        worker.from(y),
                        mean,
                        scale,
                        shift);
    }

    @Override
    public void backward(Worker worker) {
        throw new UnsupportedOperationException("fixed statistics are for scoring");
    }

    @Override
    public List<Room> roomsBack() {
        return List.of();
    }
}

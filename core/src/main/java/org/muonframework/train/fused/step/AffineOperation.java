package org.muonframework.train.fused.step;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.ActivationFunction;

/**
 * Batch normalisation with fixed statistics, for scoring.
 *
 * @param state the parameters
 * @param places where they lie
 * @param x its input
 * @param function what follows in one go, for volumes
 * @param y its output, or that of the function, perhaps in the same room
 */
record AffineOperation(State state, BatchNormPlaces places, Room x, Optional<ActivationFunction> function, Room y)
        implements Operation {

    @Override
    public void forward(Worker worker) {
        Statistics statistics = new Statistics(x, function);
        int columns = statistics.columns();
        float[] mean = new float[columns];
        float[] scale = new float[columns];
        float[] shift = new float[columns];
        for (int j = 0; j < statistics.count(); j++) {
            double variance = state.running()[places.runningVariance() + j];
            mean[j] = state.running()[places.runningMean() + j];
            scale[j] = (float) (state.values()[places.gamma() + j] / Math.sqrt(variance + places.epsilon()));
            shift[j] = state.values()[places.beta() + j];
        }
        statistics.normalise(worker, y, mean, scale, shift);
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

package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * Keeps the length of the whole gradient below a limit (Pascanu, Mikolov and Bengio, arXiv:1211.5063, algorithm 1).
 *
 * @param limit the largest length
 */
public record GradientNorm(double limit) {

    /** The factor, at most 1, that brings the gradient of all parameters together to the limit. */
    public double scale(Network network, List<TrainableParameter> parameters) {
        double squares = 0;
        try (NDManager batch = network.newBatch()) {
            for (TrainableParameter parameter : parameters) {
                NDArray gradient = parameter.array().getGradient();
                gradient.attach(batch);
                squares += gradient.square().sum().getFloat();
            }
        }
        return Math.min(1, limit / Math.sqrt(squares));
    }
}

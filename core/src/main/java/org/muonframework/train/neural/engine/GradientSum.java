package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up the gradients of several backward passes, each of which leaves its own alone in the parameters. Its memory, as
 * much as the parameters have, lives as long as the network.
 */
public final class GradientSum {

    private final List<TrainableParameter> parameters;
    private final List<NDArray> sums = new ArrayList<>();

    /** Of these parameters. */
    public GradientSum(Network network, List<TrainableParameter> parameters) {
        this.parameters = List.copyOf(parameters);
        parameters.forEach(
                parameter -> sums.add(network.memory().zeros(parameter.array().getShape())));
    }

    /** Starts with the gradients that the parameters now have. */
    public void start() {
        for (int i = 0; i < sums.size(); i++) {
            try (NDArray gradient = parameters.get(i).array().getGradient()) {
                gradient.copyTo(sums.get(i));
            }
        }
    }

    /** Adds the gradients that the parameters now have. */
    public void add() {
        for (int i = 0; i < sums.size(); i++) {
            try (NDArray gradient = parameters.get(i).array().getGradient()) {
                sums.get(i).addi(gradient);
            }
        }
    }

    /** Gives the sum to the parameters as their gradient. */
    public void assign() {
        for (int i = 0; i < sums.size(); i++) {
            try (NDArray gradient = parameters.get(i).array().getGradient()) {
                sums.get(i).copyTo(gradient);
            }
        }
    }
}

package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;

/**
 * A parameter that an optimiser changes.
 *
 * @param name unique in its network
 * @param array its values, with gradient; owned by the network
 * @param weight whether it is a weight of a linear map (regularised), not a bias, scale or shift
 */
public record TrainableParameter(String name, NDArray array, boolean weight) {}

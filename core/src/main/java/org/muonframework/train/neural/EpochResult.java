package org.muonframework.train.neural;

/**
 * One finished epoch.
 *
 * @param training running score on the training rows, while the parameters change and layers are in training mode
 * @param validation score on the validation rows at its end
 * @param learningRate of its last step
 * @param rowsPerSecond training rows processed in a second, without validation
 */
record EpochResult(Score training, Score validation, double learningRate, double rowsPerSecond) {}

package org.muonframework.train.fused.step;

/**
 * Where the parameters of a batch normalisation lie, and its constants.
 *
 * @param gamma scale, among what is trained
 * @param beta shift, likewise
 * @param runningMean among the running averages
 * @param runningVariance likewise
 * @param epsilon added to the variance
 * @param momentum part of the running average that is kept
 */
record BatchNormPlaces(int gamma, int beta, int runningMean, int runningVariance, double epsilon, double momentum) {}

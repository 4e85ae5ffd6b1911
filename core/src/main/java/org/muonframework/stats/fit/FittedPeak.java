package org.muonframework.stats.fit;

/**
 * One peak of a fit.
 *
 * @param mass its centre
 * @param width natural width; NaN for shapes that have none
 * @param resolution Gaussian standard deviation
 * @param yield number of rows, or sum of weights, within the histogram
 */
public record FittedPeak(Estimate mass, Estimate width, Estimate resolution, Estimate yield) {}

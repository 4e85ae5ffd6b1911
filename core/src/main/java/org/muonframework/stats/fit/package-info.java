/**
 * Fits of peaks to binned data by maximum likelihood, for counts and for sums of weights.
 *
 * <p>{@link org.muonframework.stats.fit.PeakModel} says what is fitted, {@link org.muonframework.stats.fit.PeakFitter}
 * fits it to a histogram, {@link org.muonframework.stats.fit.FitResult} holds what came out. Models are integrated over
 * each bin.
 */
package org.muonframework.stats.fit;

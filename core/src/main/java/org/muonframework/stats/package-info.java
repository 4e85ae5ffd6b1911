/**
 * Statistics of weighted rows: histograms, profiles, moments, quantiles, correlations, intervals, ROC curves and the areas
 * under them, comparisons of distributions.
 *
 * <p>Conventions: an integer weight w counts as w copies of the row in every value; uncertainties rest on the effective
 * number of rows (Σw)²/Σw², which is the number of rows where all weights are equal. Negative weights keep their sign in
 * all sums; what that means for a quantity is said there. A value that does not exist is NaN.
 */
package org.muonframework.stats;

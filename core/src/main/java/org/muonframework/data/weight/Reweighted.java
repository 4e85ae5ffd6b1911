package org.muonframework.data.weight;

/**
 * Rows with their new weights.
 *
 * @param weights the weight of each row after reweighting
 * @param outside whether a row should have got a factor, and kept its weight because it is outside the support
 * @param capped whether the factor of a row was cut off
 */
public record Reweighted(double[] weights, boolean[] outside, boolean[] capped) {}

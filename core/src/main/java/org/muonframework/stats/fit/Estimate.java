package org.muonframework.stats.fit;

/**
 * A fitted number.
 *
 * @param value its value
 * @param error its standard error; 0 for a number that was not fitted, NaN where none can be stated
 */
public record Estimate(double value, double error) {}

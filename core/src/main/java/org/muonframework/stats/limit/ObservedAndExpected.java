package org.muonframework.stats.limit;

/**
 * A CLs value or an upper limit.
 *
 * @param observed from the data
 * @param expected from data without a signal
 */
public record ObservedAndExpected(double observed, Band expected) {}

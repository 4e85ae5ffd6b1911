package org.muonframework.stats.limit;

import java.util.function.IntToDoubleFunction;

/**
 * What is expected if there is no signal: for a background that fluctuates by −2, −1, 0, 1 and 2 standard deviations.
 *
 * @param minusTwo few background rows
 * @param median the expectation
 * @param plusTwo many background rows
 */
public record Band(double minusTwo, double minusOne, double median, double plusOne, double plusTwo) {

    static Band of(IntToDoubleFunction ofDeviations) {
        return new Band(
                ofDeviations.applyAsDouble(-2),
                ofDeviations.applyAsDouble(-1),
                ofDeviations.applyAsDouble(0),
                ofDeviations.applyAsDouble(1),
                ofDeviations.applyAsDouble(2));
    }
}

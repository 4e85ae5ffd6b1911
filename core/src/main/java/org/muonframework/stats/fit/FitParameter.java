package org.muonframework.stats.fit;

/**
 * One fitted parameter.
 *
 * @param name such as {@code mass}, {@code mass-2}, {@code width}, {@code resolution}, {@code alpha}, {@code power},
 *     {@code yield}, {@code background-1}, {@code slope}
 * @param estimate its value and error
 */
public record FitParameter(String name, Estimate estimate) {}

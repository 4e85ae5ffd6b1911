package org.muonframework.data;

/**
 * What is left after one step of the preparation.
 *
 * @param step {@code read}, {@code selection}, {@code missing}, then the parts: {@code training}, {@code validation},
 *     {@code test}, or {@code fold 0}, {@code fold 1}, …
 * @param rows number of rows
 * @param sumOfWeights their weights, signs kept; after {@code read} without those that are not finite
 */
public record StepCount(String step, long rows, double sumOfWeights) {}

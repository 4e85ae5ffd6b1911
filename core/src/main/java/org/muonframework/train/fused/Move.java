package org.muonframework.train.fused;

/**
 * How far an optimiser goes in one step.
 *
 * @param number of the step, from 1
 * @param rate learning rate
 * @param momentum momentum, or β₁ of Adam
 */
public record Move(long number, double rate, double momentum) {}

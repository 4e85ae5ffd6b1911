package org.muonframework.train.neural;

/**
 * One step of a training.
 *
 * @param number number of this step, from 1; steps without weight are not counted
 * @param epoch its epoch, from 0
 * @param batch its batch in the epoch, from 0, with those without weight
 * @param rate learning rate
 * @param momentum momentum, or beta1 of Adam
 */
record Step(long number, int epoch, int batch, double rate, double momentum) {}

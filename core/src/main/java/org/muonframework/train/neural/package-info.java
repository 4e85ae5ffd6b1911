/**
 * The trainer {@code neural}: fits an {@link org.muonframework.spi.model.Architecture} on an engine of the Deep Java
 * Library.
 *
 * <p>The engine computes the network and its gradients. Everything else is plain Java and the same for all engines:
 * initial weights, scaling, shuffling, losses, schedules, early stopping and checkpoints.
 */
package org.muonframework.train.neural;

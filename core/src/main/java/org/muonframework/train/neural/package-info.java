/**
 * The trainer {@code neural}: fits an {@link org.muonframework.spi.model.Architecture}.
 *
 * <p>A {@link org.muonframework.train.neural.Learner} computes the network, its gradients and the steps of its
 * optimiser, on an engine of the Deep Java Library. Everything else is plain Java that knows no engine: initial weights,
 * scaling, shuffling, masks of dropout, losses, schedules, early stopping and checkpoints.
 */
package org.muonframework.train.neural;

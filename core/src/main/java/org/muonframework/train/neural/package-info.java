/**
 * The trainer {@code neural}: fits an {@link org.muonframework.spi.model.Architecture}.
 *
 * <p>A {@link org.muonframework.train.neural.Learner} computes the network, its gradients and the steps of its
 * optimiser, on the fused path or on an engine of the Deep Java Library. Everything else is plain Java that knows no
 * engine: initial weights, scaling, shuffling, masks of dropout, losses, schedules, early stopping and checkpoints.
 *
 * <p>A pretraining and the training after it are two {@link org.muonframework.train.neural.Stage}s, each a
 * {@link org.muonframework.train.neural.TrainingSession} with a learner, an early stopping and a checkpoint of its own;
 * only parameters pass from one to the next.
 */
package org.muonframework.train.neural;

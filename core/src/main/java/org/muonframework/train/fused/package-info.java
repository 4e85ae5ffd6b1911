/**
 * Trains and scores dense and convolutional networks in plain Java, all layers of a block of rows at a time while they lie in
 * the cache.
 *
 * <p>{@code kernel} is the arithmetic, {@code step} turns an architecture into the order of work of one step, and this
 * package runs that on several threads. The same seed and data give the same bits for any number of threads.
 */
package org.muonframework.train.fused;

/**
 * Reweighting of training rows, so that the classes have the same distribution in some variables, or a flat one.
 *
 * <p>{@link org.muonframework.data.weight.Reweighting} is fitted to the training part; its factors then hold for the
 * validation part as well.
 */
package org.muonframework.data.weight;

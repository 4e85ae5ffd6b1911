/** Distributions that simulations draw from, beyond those that {@link java.util.random.RandomGenerator} has. */
package org.muonframework.stats.random;

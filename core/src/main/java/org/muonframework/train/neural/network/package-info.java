/** From an architecture as data to a network that an engine of the Deep Java Library computes. */
package org.muonframework.train.neural.network;

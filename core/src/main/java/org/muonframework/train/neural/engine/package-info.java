/** From an architecture as data to a network that an engine of the Deep Java Library computes, and its optimisers. */
package org.muonframework.train.neural.engine;

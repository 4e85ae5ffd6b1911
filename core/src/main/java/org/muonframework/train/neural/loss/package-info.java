/** Losses with event weights and their gradients in plain Java, the same for every engine. */
package org.muonframework.train.neural.loss;

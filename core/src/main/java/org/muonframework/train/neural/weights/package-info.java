/** What a network's parameters are called, in which order they come and with which values they start. */
package org.muonframework.train.neural.weights;

/** How parameters follow their gradients: optimisers, schedules of the learning rate, early stopping. */
package org.muonframework.train.neural.optimize;

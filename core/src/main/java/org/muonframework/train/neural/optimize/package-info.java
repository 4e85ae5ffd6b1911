/** How parameters follow their gradients: settings of optimisers, schedules of the learning rate, early stopping. */
package org.muonframework.train.neural.optimize;

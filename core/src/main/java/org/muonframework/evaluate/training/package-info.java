/** Metrics of the training itself. */
package org.muonframework.evaluate.training;

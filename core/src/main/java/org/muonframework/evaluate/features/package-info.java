/** Metrics of the rows themselves: how features are distributed and correlated. */
package org.muonframework.evaluate.features;

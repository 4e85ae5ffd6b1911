/**
 * Displays of events: one row of a dataset as a picture in space, for {@code framework display} and for the metric
 * {@code event-display}.
 */
package org.muonframework.spi.display;

package org.muonframework.evaluate;

/** Settings of a metric that has none. */
public record NoSettings() {}

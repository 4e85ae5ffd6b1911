package org.muonframework.run.convert;

/**
 * The size of a table that was written.
 *
 * @param rows how many rows it has
 * @param columns how many columns it has
 */
public record TableSize(long rows, int columns) {}

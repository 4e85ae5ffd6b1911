package org.muonframework.data.lint;

/**
 * Where a row stands.
 *
 * @param source a file, or the name of a simulation
 * @param row number of the row within it, from 1
 */
public record Place(String source, long row) {}

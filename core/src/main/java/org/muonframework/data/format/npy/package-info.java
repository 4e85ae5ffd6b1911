/**
 * NumPy's files: one array ({@code .npy}) or a zip archive of named arrays ({@code .npz}).
 *
 * <p>An array of one dimension is a column, one of two dimensions a column for each of its columns, and one of records a
 * column for each field. The format is NumPy's NEP 1.
 */
package org.muonframework.data.format.npy;

/**
 * Looks for faults in data while they are read: {@link org.muonframework.data.lint.DataLint} watches a preparation, asks
 * one {@link org.muonframework.data.lint.Check} for each kind of fault, and gives findings with an example row and what to
 * do. Columns are looked at as primitive arrays, batch by batch; what is kept is bounded, whatever the number of rows.
 *
 * <p>{@link org.muonframework.data.lint.FeatureRanges} tell, long after the training, whether the rows to predict look
 * like those that were learned from.
 */
package org.muonframework.data.lint;

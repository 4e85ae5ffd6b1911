/**
 * Finished runs side by side: values, figures over each other, areas under ROC curves by their paired difference, and
 * what differs in configuration and data.
 *
 * <p>{@link org.muonframework.run.compare.Comparer} reads run directories and makes a
 * {@link org.muonframework.run.compare.Comparison}; {@link org.muonframework.run.compare.ComparisonWriter} writes it.
 */
package org.muonframework.run.compare;

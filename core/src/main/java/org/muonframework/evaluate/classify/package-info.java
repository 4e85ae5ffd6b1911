/** Metrics of classifiers: how well scores tell the classes apart. */
package org.muonframework.evaluate.classify;

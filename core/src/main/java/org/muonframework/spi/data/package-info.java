/**
 * Columnar data as it flows from a dataset to a model: schemas, primitive columns, batches.
 *
 * <p>Arrays handed over in these types are shared, not copied: treat them as read-only.
 */
package org.muonframework.spi.data;

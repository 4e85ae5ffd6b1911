/**
 * {@code RNTuple} 1.0, read: anchor, schema, page lists, and the fields as columns of primitive arrays.
 *
 * <p>Source of the layout: <a
 * href="https://github.com/root-project/root/blob/master/tree/ntuple/doc/BinaryFormatSpecification.md">RNTuple Binary
 * Format Specification 1.0</a>. What is unknown there is refused, or the fields made of it are told as unreadable.
 */
package org.muonframework.data.format.root.ntuple;

/**
 * Tables in files: what a file format has to offer, and what is true of files of any format.
 *
 * <p>Each format has a package of its own below this one; {@link org.muonframework.data.format.files} chooses among
 * them and makes the dataset {@code files}.
 */
package org.muonframework.data.format;

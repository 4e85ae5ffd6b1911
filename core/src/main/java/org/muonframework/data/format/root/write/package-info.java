/**
 * New ROOT files: trees of numbers, texts and lists of numbers, and histograms.
 *
 * <p>{@link RootFileWriter} makes the file, {@link TreeWriter} fills a tree from blocks of rows. Files are the same to
 * the byte for the same input, whatever the number of threads: their dates are fixed, and their identifiers made from
 * their content. The classes are described as ROOT 6.24 lays them out; {@code classes.txt} lists their members.
 */
package org.muonframework.data.format.root.write;

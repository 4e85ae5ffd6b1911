/**
 * ROOT files, read and written in plain Java. Usable alone: no package below this one needs another package of core, but
 * for {@code dataset}, which turns what is read here into tables of the framework.
 *
 * <ul>
 *   <li>{@code bytes}: big-endian bytes with their bounds checked, and what goes wrong with them
 *   <li>{@code codec}: compressed blocks (ZLIB, LZ4, LZMA, ZSTD)
 *   <li>{@code file}: the file, its directories and keys
 *   <li>{@code streamer}: how the file's writer laid out its classes
 *   <li>{@code table}: columns of primitive arrays, flat or as lists
 *   <li>{@code tree}: {@code TTree} and {@code TNtuple}
 *   <li>{@code ntuple}: {@code RNTuple} 1.0
 *   <li>{@code write}: trees and histograms to new files
 * </ul>
 */
package org.muonframework.data.format.root;

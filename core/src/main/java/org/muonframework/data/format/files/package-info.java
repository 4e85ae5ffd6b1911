/**
 * The dataset {@code files}: samples made of files of any readable format, seen as one table.
 *
 * <p>Here, too, the format of a file is chosen, for reading by content and ending, for writing by ending.
 */
package org.muonframework.data.format.files;

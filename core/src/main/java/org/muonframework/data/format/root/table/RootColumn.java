package org.muonframework.data.format.root.table;

/**
 * The description of a column.
 *
 * @param name its name: the branch, or branch and leaf or member divided by a dot; the path of an ntuple's field
 * @param type type of its values, or of the innermost elements of its lists
 * @param depth how deep lists are nested; 0 for one value a row
 * @param title what the file says about it; may be empty
 */
public record RootColumn(String name, ValueType type, int depth, String title) {}

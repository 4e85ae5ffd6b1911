package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.table.ValueType;

/**
 * The name and type of a column.
 *
 * @param name its name
 * @param type type of the innermost values
 * @param depth how deep lists are nested
 */
record Shape(String name, ValueType type, int depth) {}

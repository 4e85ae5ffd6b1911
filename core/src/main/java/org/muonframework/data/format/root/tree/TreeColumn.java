package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.table.RootColumn;

/**
 * Where a column is.
 *
 * @param description its name and type
 * @param branch the branch that holds it
 * @param layout how
 * @param number its number among the columns of the layout
 */
record TreeColumn(RootColumn description, Branch branch, Layout layout, int number) {}

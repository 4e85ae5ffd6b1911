/**
 * Expressions over columns: a small typed language, checked before any data is read and computed block by block.
 *
 * <p>{@link org.muonframework.data.expression.Expression} is the door: text and schema in, an immutable object that
 * several threads may share out. Text becomes tokens ({@code Lexer}), tokens become a tree ({@code Parser}, with
 * {@code Assembler} checking types), and every node of the tree computes {@code Block.ROWS} rows at a time into
 * reused arrays. A step that gives lists ({@code ListNode}) computes the elements of all these rows into one array, by
 * the same loops; a {@code Reduction} makes one value a row of them.
 */
package org.muonframework.data.expression;

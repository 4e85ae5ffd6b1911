package org.muonframework.data.expression;

/**
 * A part of an expression and the characters it was written with.
 *
 * @param start index of the first character
 * @param end index after the last character
 */
record Operand(Node node, int start, int end) {

    Type type() {
        return node.type();
    }

    /** The position of its first character as people count, from 1. */
    int position() {
        return start + 1;
    }

    /** The same node, written with other characters: parentheses around it. */
    Operand spanning(int newStart, int newEnd) {
        return new Operand(node, newStart, newEnd);
    }
}

package org.muonframework.data.expression;

/**
 * A part of an expression and the characters it was written with.
 *
 * @param node what it means
 * @param text the whole expression
 * @param start index of the first character
 * @param end index after the last character
 */
record Operand(Node node, String text, int start, int end) {

    /** The type of its value, or of its elements. */
    Type type() {
        return node.type();
    }

    boolean isList() {
        return node instanceof ListNode;
    }

    /** What it gives, as a message says it: {@code a number}. */
    String kind() {
        if (!isList()) {
            return type().words();
        }
        return type() == Type.BOOLEAN ? "a list of true and false" : "a list of numbers";
    }

    /** The characters it was written with. */
    String words() {
        return text.substring(start, end);
    }

    /** The position of its first character as people count, from 1. */
    int position() {
        return start + 1;
    }

    /** The same node, written with other characters: parentheses around it. */
    Operand spanning(int newStart, int newEnd) {
        return new Operand(node, text, newStart, newEnd);
    }
}

package org.muonframework.data.expression;

/** What an expression gives for each row, or for each element of its lists. */
public enum Type {
    /** A double. */
    NUMBER("a number"),
    /** True or false; where a number is due, 1 or 0. */
    BOOLEAN("true or false"),
    /** Text; can be compared for equality and nothing else. */
    TEXT("text");

    private final String words;

    Type(String words) {
        this.words = words;
    }

    /** The type as a message says it: {@code a number}. */
    public String words() {
        return words;
    }
}

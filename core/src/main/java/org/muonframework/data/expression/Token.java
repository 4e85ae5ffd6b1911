package org.muonframework.data.expression;

/**
 * The smallest piece of an expression that means something.
 *
 * @param kind what it is
 * @param text its content; without the quotes where it had some
 * @param start index of its first character
 * @param end index after its last character
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NUMBER,
        NAME,
        QUOTED_NAME,
        TEXT,
        SYMBOL,
        END
    }

    /** The position of its first character as people count, from 1. */
    int position() {
        return start + 1;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}

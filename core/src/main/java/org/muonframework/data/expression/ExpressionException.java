package org.muonframework.data.expression;

/** An expression that cannot be understood, or that does not fit the columns; the message is for its author. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionException(String what, int position, String advice) {
        super(what + " at position " + position + (advice.isEmpty() ? "" : ". " + advice));
        this.position = position;
    }

    /** The character that the message is about, counted from 1. */
    public int position() {
        return position;
    }
}

package org.muonframework.spi.model;

/** A network whose layers do not fit together; the message names the node, what it got and what it needs. */
public final class ArchitectureException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public ArchitectureException(String message) {
        super(message);
    }
}

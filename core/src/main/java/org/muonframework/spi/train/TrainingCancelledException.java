package org.muonframework.spi.train;

/** A training that ended early because the user asked for it; what was done so far is in the checkpoint. */
public final class TrainingCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message that says after which step. */
    public TrainingCancelledException(String message) {
        super(message);
    }
}

package org.muonframework.train.neural;

/** A loss that is not finite. */
final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the place: {@code batch 12}. */
    DivergedException(String place) {
        super(place);
    }
}

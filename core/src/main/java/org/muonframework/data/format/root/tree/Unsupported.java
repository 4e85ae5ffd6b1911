package org.muonframework.data.format.root.tree;

/** Says why a branch cannot be read: {@code unsupported class 'Y'}. */
final class Unsupported extends Exception {

    private static final long serialVersionUID = 1L;

    Unsupported(String reason) {
        super(reason, null, false, false);
    }

    static Unsupported of(String className) {
        return new Unsupported("unsupported class '" + className + "'");
    }
}

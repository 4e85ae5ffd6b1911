package org.muonframework.report.draw;

/**
 * How a line of text is set.
 *
 * @param size height of the font
 * @param anchor the fraction of its width that lies before the given point: 0 begins there, 1 ends there
 * @param degrees turn about that point, clockwise
 */
record TextStyle(double size, Face face, Ink ink, double anchor, double degrees) {

    static TextStyle of(double size) {
        return new TextStyle(size, Face.REGULAR, Ink.FOREGROUND, 0, 0);
    }

    TextStyle face(Face newFace) {
        return new TextStyle(size, newFace, ink, anchor, degrees);
    }

    TextStyle ink(Ink newInk) {
        return new TextStyle(size, face, newInk, anchor, degrees);
    }

    TextStyle centred() {
        return new TextStyle(size, face, ink, 0.5, degrees);
    }

    TextStyle ending() {
        return new TextStyle(size, face, ink, 1, degrees);
    }

    TextStyle turned(double newDegrees) {
        return new TextStyle(size, face, ink, anchor, newDegrees);
    }

    TextStyle size(double newSize) {
        return new TextStyle(newSize, face, ink, anchor, degrees);
    }
}

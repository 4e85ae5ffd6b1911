package org.muonframework.report.draw;

/** A line's colour, width and pattern. */
record Pen(Ink ink, double width, Dash dash) {

    static Pen of(Ink ink, double width) {
        return new Pen(ink, width, Dash.SOLID);
    }
}

package org.muonframework.report.draw;

import java.util.Objects;

/**
 * A stretch of text at one height.
 *
 * @param text its characters
 * @param level where it stands
 */
record TextRun(String text, Level level) {

    /** Where a run stands against the base line. */
    enum Level {
        LINE(1, 0),
        SUBSCRIPT(0.7, 0.22),
        SUPERSCRIPT(0.7, -0.38);

        private final double scale;
        private final double drop;

        Level(double scale, double drop) {
            this.scale = scale;
            this.drop = drop;
        }

        /** Its size, as a fraction of the line's. */
        double scale() {
            return scale;
        }

        /** How far its base line lies below the line's, as a fraction of the line's size. */
        double drop() {
            return drop;
        }
    }

    TextRun {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(level, "level");
    }
}

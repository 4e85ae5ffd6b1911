package org.muonframework.report.draw;

import java.util.List;

/** The pattern of a line, so that series differ without their colours. */
enum Dash {
    SOLID(List.of()),
    DASHED(List.of(7f, 3.5f)),
    DOTTED(List.of(2f, 2.5f)),
    DASH_DOT(List.of(8f, 3f, 2f, 3f)),
    LONG(List.of(13f, 4f)),
    DASH_DOT_DOT(List.of(8f, 3f, 2f, 3f, 2f, 3f));

    private final List<Float> lengths;

    Dash(List<Float> lengths) {
        this.lengths = lengths;
    }

    /** Lengths of lines and gaps in turn; empty for a solid line. */
    float[] lengths() {
        float[] copy = new float[lengths.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = lengths.get(i);
        }
        return copy;
    }

    /** The pattern of a series; shifted by one each time that the colours repeat, so that no two series look alike. */
    static Dash series(int index) {
        return values()[(index + index / Palette.SIZE) % values().length];
    }
}

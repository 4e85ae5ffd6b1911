package org.muonframework.data.format.root.write;

/** How ROOT draws an object unless told otherwise. */
final class Attributes {

    private static final int VERSION = 2;
    private static final int BLUE = 602;
    private static final int SOLID = 1001;

    private Attributes() {}

    /** {@code TAttLine}: colour, style, width. */
    static void line(Output out) {
        out.object(VERSION, () -> out.int16(BLUE).int16(1).int16(1));
    }

    /** {@code TAttFill}: colour, style. */
    static void fill(Output out) {
        out.object(VERSION, () -> out.int16(0).int16(SOLID));
    }

    /** {@code TAttMarker}: colour, style, size. */
    static void marker(Output out) {
        out.object(VERSION, () -> out.int16(1).int16(1).float32(1));
    }
}

package org.muonframework.report.draw;

import java.awt.Color;
import java.util.Locale;

/**
 * A colour with a role, so that a page may show the same figure light or dark.
 *
 * @param name name of its class in SVG; empty for a colour that is the same everywhere
 * @param light colour on white paper
 * @param dark colour on a dark page
 */
record Ink(String name, Color light, Color dark) {

    static final Ink FOREGROUND = new Ink("ink", Color.BLACK, new Color(0xe6e9ee));
    static final Ink PAPER = new Ink("paper", Color.WHITE, new Color(0x161a21));
    static final Ink QUIET = new Ink("quiet", new Color(0x6b7078), new Color(0x98a0ac));

    /** A colour that is the same on every page. */
    static Ink fixed(Color color) {
        return new Ink("", color, color);
    }

    /** A colour as CSS writes it. */
    static String css(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }
}

package org.muonframework.report.draw;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The colours of series.
 *
 * <p>The six colours of M. A. Petroff, <em>Accessible Color Sequences for Data Visualization</em> (arXiv:2107.02270),
 * told apart with colour-vision deficiencies and, by their lightness, in print without colour. On a dark page each
 * becomes lighter with its hue kept.
 */
public final class Palette {

    private static final List<Ink> SERIES = List.of(
            new Ink("s0", new Color(0x5790fc), new Color(0x7aa7ff)),
            new Ink("s1", new Color(0xe42536), new Color(0xff6b74)),
            new Ink("s2", new Color(0xf89c20), new Color(0xffb454)),
            new Ink("s3", new Color(0x964a8b), new Color(0xd287c6)),
            new Ink("s4", new Color(0x7a21dd), new Color(0xb68cff)),
            new Ink("s5", new Color(0x9c9ca1), new Color(0xb9bac1)));

    /** How many colours there are before they repeat. */
    static final int SIZE = SERIES.size();

    private Palette() {}

    /** The colour of a series. */
    static Ink series(int index) {
        return SERIES.get(index % SIZE);
    }

    /** Style rules for figures on white. */
    public static String lightCss() {
        return css(Ink::light);
    }

    /** Style rules for figures on a dark page. */
    public static String darkCss() {
        return css(Ink::dark);
    }

    private static String css(Function<Ink, Color> theme) {
        List<Ink> inks = new ArrayList<>(SERIES);
        inks.addAll(List.of(Ink.FOREGROUND, Ink.PAPER, Ink.QUIET));
        StringBuilder css = new StringBuilder();
        for (Ink ink : inks) {
            String color = Ink.css(theme.apply(ink));
            css.append(".l-" + ink.name() + "{fill:none;stroke:" + color + "}");
            css.append(".f-" + ink.name() + "{fill:" + color + "}");
        }
        return css.toString();
    }
}

package org.muonframework.calorimeter.resolution;

import java.util.Locale;
import org.muonframework.stats.Binning;

/** Numbers as people write them. */
final class Texts {

    private Texts() {}

    /** Three digits. */
    static String digits(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }

    /** An energy: {@code 495}. */
    static String energy(double energy) {
        return String.format(Locale.ROOT, "%.5g", energy).replaceAll("\\.0*$", "");
    }

    /** A bin: {@code 100 to 495}. */
    static String bin(Binning bins, int bin) {
        return energy(bins.low(bin)) + " to " + energy(bins.high(bin));
    }
}

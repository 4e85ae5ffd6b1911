package org.muonframework.darksector.merit;

import java.util.Locale;

/** The cuts at which a search is judged. */
public enum Point {
    /** All candidates. */
    NO_CLASSIFIER("no classifier"),
    /** A threshold that is the same for all masses. */
    FIXED_CUT("fixed cut"),
    /** The best cut of each mass. */
    BEST_CUT("best cut of each mass"),
    /** The best cut of each region of masses. */
    REGION_CUT("best cut of each region");

    private final String words;

    Point(String words) {
        this.words = words;
    }

    /** The name in files: {@code best-cut}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The entry in a legend. */
    public String words() {
        return words;
    }
}

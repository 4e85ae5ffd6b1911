package org.muonframework.stats.limit;

/** What the numbers of a counting experiment have to fulfil. */
final class Checks {

    private Checks() {}

    static void requireExpected(String what, double number) {
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(what + " is a number from 0 on, not " + number);
        }
    }

    static void requireBackground(double background, double uncertainty) {
        requireExpected("background", background);
        requireExpected("uncertainty", uncertainty);
        if (background == 0 && uncertainty > 0) {
            throw new IllegalArgumentException("a background of 0 has no uncertainty, but " + uncertainty
                    + " is given: state a background above 0 or an uncertainty of 0");
        }
    }

    static void requireLevel(double confidenceLevel) {
        if (!(confidenceLevel > 0 && confidenceLevel < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, not " + confidenceLevel);
        }
    }
}

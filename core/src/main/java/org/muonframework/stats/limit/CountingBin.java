package org.muonframework.stats.limit;

/**
 * One bin or channel of a counting experiment.
 *
 * @param signal expected number of signal rows at signal strength 1
 * @param background expected number of background rows
 * @param uncertainty standard uncertainty of the background, independent of all other bins; 0 for an exact one
 * @param observed number of rows seen; needs not be an integer (Asimov data)
 */
public record CountingBin(double signal, double background, double uncertainty, double observed) {

    /** @throws IllegalArgumentException if a number is negative or not finite, or a background of 0 has an uncertainty */
    public CountingBin {
        Checks.requireExpected("signal", signal);
        Checks.requireBackground(background, uncertainty);
        Checks.requireExpected("observed", observed);
    }
}

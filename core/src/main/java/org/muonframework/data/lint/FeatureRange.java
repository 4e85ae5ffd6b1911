package org.muonframework.data.lint;

/**
 * Where the values of a feature lie.
 *
 * @param name the feature
 * @param min the lowest value
 * @param low the value below which 0.1 % of the weight lie
 * @param median the value below which half of the weight lies
 * @param high the value above which 0.1 % of the weight lie
 * @param max the highest value
 */
public record FeatureRange(String name, double min, double low, double median, double high, double max) {

    /** The width between low and high. */
    double width() {
        return high - low;
    }

    /** {@code 3.1 to 250, median 27}. */
    String text() {
        return FindingText.value(min) + " to " + FindingText.value(max) + ", median " + FindingText.value(median);
    }
}

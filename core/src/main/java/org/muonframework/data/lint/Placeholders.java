package org.muonframework.data.lint;

/** Numbers that people write where there is no value: −99, −999, 9999, −1000, −1e30, the largest float, an integer's limit. */
final class Placeholders {

    /** No column of a muon analysis measures anything this large. */
    private static final double HUGE = 1e20;

    private static final double LARGEST_UNSIGNED = 4294967295.0;
    private static final int MOST_DIGITS = 9;

    private Placeholders() {}

    /** Whether a number has the look of one; whether it is one, only the other values can tell. */
    static boolean isLike(double value) {
        double size = Math.abs(value);
        if (size >= HUGE || value == Integer.MIN_VALUE || value == Integer.MAX_VALUE || value == LARGEST_UNSIGNED) {
            return true;
        }
        double power = 100;
        for (int digits = 2; digits <= MOST_DIGITS; digits++) {
            if ((float) size == (float) (power - 1) || value == -power) {
                return true;
            }
            power *= 10;
        }
        return false;
    }
}

package org.muonframework.report.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Writes numbers for narrow places. */
final class NumberText {

    private static final double LARGEST_COUNT = 1e9;

    private NumberText() {}

    /** Numbers with spaces between for a script: counts in full, others with six digits, {@code ?} for none. */
    static String list(double... values) {
        return list(6, DoubleStream.of(values));
    }

    /** The same with a number of digits to choose. */
    static String list(int digits, DoubleStream values) {
        MathContext rounding = new MathContext(digits);
        return values.mapToObj(value -> brief(value, rounding)).collect(Collectors.joining(" "));
    }

    private static String brief(double value, MathContext rounding) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value).round(rounding).stripTrailingZeros().toString();
    }

    /** At most three digits, whole numbers below a million in full, a typographic minus. */
    static String threeDigits(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value).replace('-', '−');
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(Math.abs(value) < 1 ? 2 : 3));
        String text = Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3
                ? rounded.stripTrailingZeros().toString().replace("E+", "e").replace('E', 'e')
                : rounded.toPlainString();
        return text.replace('-', '−');
    }

    /** Two decimals, a typographic minus, and no minus before zero. */
    static String hundredths(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.toPlainString().replace('-', '−');
    }
}

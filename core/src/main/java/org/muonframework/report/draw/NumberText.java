package org.muonframework.report.draw;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers for narrow places. */
final class NumberText {

    private NumberText() {}

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
}

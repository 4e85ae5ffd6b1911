package org.muonframework.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes values with as many digits as their uncertainties allow.
 *
 * <p>The rule is that of the Particle Data Group (Review of Particle Physics, Introduction, section 5.3): if the three
 * highest digits of the uncertainty lie between 100 and 354 it keeps two digits, between 355 and 949 one, and from 950
 * it is rounded up to 1000 and keeps two; the value ends at the same place. Asymmetric uncertainties follow the smaller
 * one.
 */
public final class Rounding {

    private static final int DIGITS_WITHOUT_ERROR = 4;
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    private Rounding() {}

    /** A value alone, with four digits; whole numbers below ten million in full. */
    public static String value(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGE) {
            return sign(new BigDecimal(value).toPlainString());
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        int exponent = exact.precision() - exact.scale() - 1;
        return scaled(exact.round(new MathContext(DIGITS_WITHOUT_ERROR, RoundingMode.HALF_EVEN)), exponent);
    }

    /** A value with a symmetric uncertainty: {@code 0.9412 ± 0.0012}; alone if the uncertainty is not above zero. */
    public static String value(double value, double error) {
        if (!Double.isFinite(value) || !Double.isFinite(error) || error <= 0) {
            return value(value);
        }
        int place = place(error);
        if (isAwkward(value, error)) {
            int exponent = exponent(Math.max(Math.abs(value), error));
            return "(" + at(value, place, exponent) + " ± " + at(error, place, exponent) + ") × 10^{"
                    + sign("" + exponent) + "}";
        }
        return at(value, place, 0) + " ± " + at(error, place, 0);
    }

    /** A value alone, ending where an uncertainty of it would end; with four digits if that is not above zero. */
    public static String endingLike(double value, double error) {
        return !Double.isFinite(value) || !Double.isFinite(error) || error <= 0 || isAwkward(value, error)
                ? value(value)
                : at(value, place(error), 0);
    }

    /**
     * A value between the ends of its interval: {@code 1.25 +0.12 −0.08}, or with ± where both sides round to the same;
     * alone if either end is missing.
     */
    public static String interval(double value, double low, double high) {
        double down = value - low;
        double up = high - value;
        if (!Double.isFinite(value) || !Double.isFinite(down) || !Double.isFinite(up) || down < 0 || up < 0) {
            return value(value);
        }
        if (down == 0 || up == 0) {
            double error = Math.max(down, up);
            return error == 0 || isAwkward(value, error) ? value(value) : asymmetric(value, down, up, place(error));
        }
        int place = place(Math.min(down, up));
        if (at(down, place, 0).equals(at(up, place, 0)) || isAwkward(value, Math.max(up, down))) {
            return value(value, Math.max(up, down));
        }
        return asymmetric(value, down, up, place);
    }

    private static String asymmetric(double value, double down, double up, int place) {
        return at(value, place, 0) + " +" + at(up, place, 0) + " −" + at(down, place, 0);
    }

    /** The decimal place, as a power of ten, at which an uncertainty ends. */
    private static int place(double error) {
        BigDecimal three = BigDecimal.valueOf(error).round(new MathContext(3, RoundingMode.HALF_UP));
        int exponent = three.precision() - three.scale() - 1;
        int digits = three.movePointLeft(exponent - 2).intValue();
        if (digits <= 354) {
            return exponent - 1;
        }
        return exponent;
    }

    private static boolean isAwkward(double value, double error) {
        double largest = Math.max(Math.abs(value), error);
        return largest >= LARGE || largest < SMALL;
    }

    private static int exponent(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.precision() - exact.scale() - 1;
    }

    private static String at(double value, int place, int exponent) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(-place, RoundingMode.HALF_EVEN)
                .movePointLeft(exponent);
        return sign(rounded.setScale(Math.max(0, exponent - place), RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    private static String scaled(BigDecimal rounded, int exponent) {
        if (exponent >= 7 || exponent < -4) {
            return sign(rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString()) + " × 10^{"
                    + sign("" + exponent) + "}";
        }
        return sign(rounded.stripTrailingZeros().toPlainString());
    }

    private static String sign(String number) {
        return number.replace('-', '−');
    }

    private static String notFinite(double value) {
        if (Double.isNaN(value)) {
            return "—";
        }
        return value > 0 ? "∞" : "−∞";
    }
}

package org.muonframework.report.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of an axis.
 *
 * @param ticks in increasing order
 * @param exponent the power of ten that the labels leave out; 0 for none
 */
record AxisTicks(List<Tick> ticks, int exponent) {

    /**
     * One tick.
     *
     * @param label its number as rich text; empty for a minor tick
     */
    record Tick(double value, String label, boolean major) {}

    private static final int MOST_DECADES = 9;
    private static final int LARGEST_EXPONENT_IN_FULL = 4;
    private static final int SMALLEST_EXPONENT_IN_FULL = -4;

    AxisTicks {
        ticks = List.copyOf(ticks);
    }

    /** Ticks for an axis on which about so many labels have room. */
    static AxisTicks of(Scale scale, int labels) {
        if (scale.logarithmic() && scale.max() / scale.min() >= 4) {
            return logarithmic(scale);
        }
        return linear(scale, labels);
    }

    /** Ticks between categories 0, 1, …, without labels. */
    static AxisTicks categories(int count) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            ticks.add(new Tick(i, "", true));
        }
        return new AxisTicks(ticks, 0);
    }

    private static AxisTicks linear(Scale scale, int labels) {
        double rough = (scale.max() - scale.min()) / labels;
        int power = (int) Math.floor(Math.log10(rough));
        double leading = rough / Math.pow(10, power);
        int factor = leading <= 1.4 ? 1 : leading <= 3.2 ? 2 : leading <= 7 ? 5 : 10;
        int parts = factor == 2 ? 4 : 5;
        BigDecimal minor = BigDecimal.valueOf(factor).scaleByPowerOfTen(power).divide(BigDecimal.valueOf(parts));
        double step = minor.doubleValue();
        double largest = Math.max(Math.abs(scale.min()), Math.abs(scale.max()));
        int exponent = exponent(largest);
        List<Tick> ticks = new ArrayList<>();
        long last = (long) Math.floor(scale.max() / step + 1e-6);
        for (long k = (long) Math.ceil(scale.min() / step - 1e-6); k <= last; k++) {
            boolean major = k % parts == 0;
            BigDecimal value = minor.multiply(BigDecimal.valueOf(k));
            String label = major ? plain(value.scaleByPowerOfTen(-exponent), power - exponent, factor) : "";
            ticks.add(new Tick(value.doubleValue(), label, major));
        }
        return new AxisTicks(ticks, exponent);
    }

    private static int exponent(double largest) {
        int power = (int) Math.floor(Math.log10(largest));
        return power > LARGEST_EXPONENT_IN_FULL || power < SMALLEST_EXPONENT_IN_FULL ? power : 0;
    }

    private static String plain(BigDecimal value, int power, int factor) {
        int decimals = Math.max(0, factor == 10 ? -power - 1 : -power);
        return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−');
    }

    private static AxisTicks logarithmic(Scale scale) {
        int first = (int) Math.floor(Math.log10(scale.min()) - 1e-9);
        int last = (int) Math.ceil(Math.log10(scale.max()) + 1e-9);
        double decades = Math.log10(scale.max() / scale.min());
        int stride = (int) Math.ceil(decades / MOST_DECADES);
        boolean between = decades < 2;
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            for (int digit = 1; digit <= (stride > 1 ? 1 : 9); digit++) {
                double value = Double.parseDouble(digit + "e" + power);
                if (value < scale.min() * (1 - 1e-9) || value > scale.max() * (1 + 1e-9)) {
                    continue;
                }
                boolean labelled =
                        digit == 1 ? Math.floorMod(power, stride) == 0 : between && (digit == 2 || digit == 5);
                ticks.add(new Tick(value, labelled ? power(digit, power, between) : "", digit == 1));
            }
        }
        return new AxisTicks(ticks, 0);
    }

    private static String power(int digit, int power, boolean inFull) {
        if (power == 0 || power == 1 || (inFull && Math.abs(power) <= 3)) {
            return BigDecimal.valueOf(digit).scaleByPowerOfTen(power).toPlainString();
        }
        String superscript = "10^{" + Integer.toString(power).replace('-', '−') + "}";
        return digit == 1 ? superscript : digit + "×" + superscript;
    }
}

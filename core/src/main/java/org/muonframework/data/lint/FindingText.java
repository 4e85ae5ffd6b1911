package org.muonframework.data.lint;

import java.util.List;
import java.util.Locale;

/**
 * A finding in words, the same in the terminal and in the report.
 *
 * @param finding what to tell
 */
public record FindingText(Finding finding) {

    /** More names than this are counted, not listed. */
    private static final int LARGEST_LIST = 6;

    /** One line for the terminal: {@code pt1, px1, py1: 12 rows …}. */
    public String line() {
        return subject() + ": " + finding.what();
    }

    /** The columns: {@code pt1, px1, py1}; those beyond the sixth are counted. */
    public String subject() {
        List<String> columns = finding.columns();
        return columns.size() <= LARGEST_LIST
                ? String.join(", ", columns)
                : String.join(", ", columns.subList(0, LARGEST_LIST)) + " and " + (columns.size() - LARGEST_LIST)
                        + " more";
    }

    /** The example: {@code events.root: row 17}; empty where there is none. */
    public String example() {
        return finding.example()
                .map(place -> place.source() + ": row " + place.row())
                .orElse("");
    }

    /** The number of values, rows or columns: {@code 1,257}. */
    public String count() {
        return number(finding.count());
    }

    /** {@code 12,345}. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 12 of 10,000 rows (0.12 %)}. */
    static String share(long count, long all, String what) {
        return String.format(Locale.ROOT, "%,d of %,d %s (%.2g %%)", count, all, what, 100.0 * count / all)
                .replace("1e+02 %", "100 %");
    }

    /** A value with as many digits as it needs: {@code -999}, {@code 3.4e+38}, {@code 0.1057}. */
    static String value(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}

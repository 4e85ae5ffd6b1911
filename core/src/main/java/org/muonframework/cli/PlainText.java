package org.muonframework.cli;

import java.util.regex.Pattern;

/** Texts with the report's markup as a terminal shows them. */
final class PlainText {

    private static final Pattern POWER = Pattern.compile("\\^\\{(.*?)}");
    private static final String DIGITS = "0123456789−";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    private PlainText() {}

    /** {@code 1.4 × 10⁻⁴²} for {@code 1.4 × 10^{−42}}. */
    static String of(String text) {
        return POWER.matcher(text).replaceAll(match -> raised(match.group(1)));
    }

    private static String raised(String exponent) {
        StringBuilder raised = new StringBuilder();
        exponent.chars().forEach(digit -> {
            int at = DIGITS.indexOf(digit);
            raised.append(at < 0 ? (char) digit : RAISED.charAt(at));
        });
        return raised.toString();
    }
}

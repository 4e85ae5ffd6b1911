package org.muonframework.dist;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line that a command prints, such as {@code auc  0.945 ± 0.007}.
 *
 * @param text the line with single blanks, and # for each number with an error
 * @param numbers these numbers
 */
record Printed(String text, List<Number> numbers) {

    private static final Pattern NUMBER = Pattern.compile("([−-]?[\\d.]+) (?:± ([\\d.]+)|\\+([\\d.]+) −([\\d.]+))");

    /**
     * A number with its error.
     *
     * @param value the number
     * @param error its error; the larger one where they differ to both sides
     */
    record Number(double value, double error) {

        private static Number of(MatchResult match) {
            double error = match.group(2) == null
                    ? Math.max(Double.parseDouble(match.group(3)), Double.parseDouble(match.group(4)))
                    : Double.parseDouble(match.group(2));
            return new Number(Double.parseDouble(match.group(1).replace('−', '-')), error);
        }
    }

    static Printed of(String line) {
        String text = line.strip().replaceAll("\\s+", " ");
        return new Printed(
                NUMBER.matcher(text).replaceAll("#"),
                NUMBER.matcher(text).results().map(Number::of).toList());
    }

    /** The same words, with numbers that are not farther from these than their errors. */
    boolean agreesWith(Printed other) {
        if (!text.equals(other.text) || numbers.size() != other.numbers.size()) {
            return false;
        }
        for (int i = 0; i < numbers.size(); i++) {
            Number number = numbers.get(i);
            if (!(Math.abs(number.value - other.numbers.get(i).value) <= number.error)) {
                return false;
            }
        }
        return true;
    }
}

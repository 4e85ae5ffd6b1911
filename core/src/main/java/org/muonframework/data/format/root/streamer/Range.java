package org.muonframework.data.format.root.streamer;

import java.util.Optional;

/**
 * A range in the title of a {@code Double32_t} or {@code Float16_t}: {@code [min,max]} or {@code [min,max,bits]}, where
 * the ends may be written as {@code pi}, {@code 2pi}, {@code pi/2} and the like.
 */
record Range(double minimum, double maximum, int bits) {

    private static final int DEFAULT_BITS = 32;

    /** The range in a title, if there is one. */
    static Optional<Range> in(String title) {
        for (int open = title.indexOf('['); open >= 0; open = title.indexOf('[', open + 1)) {
            int close = title.indexOf(']', open);
            String[] parts =
                    title.substring(open + 1, Math.max(open + 1, close)).split(",", -1);
            if (parts.length == 2 || parts.length == 3) {
                try {
                    int bits = parts.length == 3 ? Integer.parseInt(parts[2].strip()) : DEFAULT_BITS;
                    return Optional.of(new Range(number(parts[0]), number(parts[1]), bits));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static double number(String written) {
        String text = written.strip().replace("*", "").replace("twopi", "2pi");
        int pi = text.indexOf("pi");
        if (pi < 0) {
            return Double.parseDouble(text);
        }
        String before = text.substring(0, pi);
        String after = text.substring(pi + 2);
        double times = before.isEmpty() ? 1 : before.equals("-") ? -1 : Double.parseDouble(before);
        return times * Math.PI / (after.isEmpty() ? 1 : Double.parseDouble(after.replace("/", "")));
    }
}

package org.muonframework.config;

import com.typesafe.config.ConfigOrigin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where a value was written, in the form that users see.
 *
 * <p>The library keeps the origin of a value as text: {@code LABEL: 14}, or {@code merge of LABEL: 14-16,OTHER: 3} for
 * a section that several layers share, the uppermost first. Labels given to the library pass through {@link #lines} or
 * {@link #whole}, which keep commas out of them, so that the text can be taken apart again.
 */
final class Origins {

    private static final String MERGED = "merge of ";
    private static final Pattern LINE = Pattern.compile("(.*): (\\d+)(?:-\\d+)?", Pattern.DOTALL);
    private static final char COMMA = '\uE000';
    private static final String WITHOUT_LINES = "\uE001";
    private static final int LONGEST = 80;

    private Origins() {}

    /** The label of a text whose lines are worth naming: a file, a preset. */
    static String lines(String label) {
        return label.replace(',', COMMA);
    }

    /** The label of a text that is named as a whole: a {@code --set} option, a default. */
    static String whole(String label) {
        return lines(label) + WITHOUT_LINES;
    }

    /** {@code analysis.conf:14}, {@code preset zmumu:12} or {@code --set trainer.epochs=x}. */
    static String describe(ConfigOrigin origin) {
        String text = origin.description();
        if (text.startsWith(MERGED)) {
            text = text.substring(MERGED.length()).split(",", 2)[0];
        }
        Matcher line = LINE.matcher(text);
        String label = line.matches() ? line.group(1) : text;
        if (label.endsWith(WITHOUT_LINES) || !line.matches()) {
            return shown(label.replace(WITHOUT_LINES, ""));
        }
        return shown(label) + ":" + line.group(2);
    }

    private static String shown(String label) {
        String oneLine = label.replace(COMMA, ',').replaceAll("\\s+", " ");
        return oneLine.length() <= LONGEST || !oneLine.startsWith("--set ")
                ? oneLine
                : oneLine.substring(0, LONGEST) + "…";
    }
}

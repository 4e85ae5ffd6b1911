package org.muonframework.report.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.muonframework.report.draw.TextRun.Level;

/**
 * Text with sub- and superscripts, written {@code p_{T}^{miss}}.
 *
 * <p>Braces must follow the sign at once and are not nested; anything else is taken as it stands, so that file names
 * with underscores need no care.
 */
public final class RichText {

    private final List<TextRun> runs;

    private RichText(List<TextRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /** Reads text; never fails. */
    public static RichText of(String source) {
        List<TextRun> runs = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            Level level = levelAt(source, at);
            int end = level == Level.LINE ? -1 : source.indexOf('}', at + 2);
            if (end < 0) {
                line.append(source.charAt(at++));
                continue;
            }
            addTo(runs, line.toString(), Level.LINE);
            line.setLength(0);
            addTo(runs, source.substring(at + 2, end), level);
            at = end + 1;
        }
        addTo(runs, line.toString(), Level.LINE);
        return new RichText(runs);
    }

    /** The characters alone: {@code pTmiss}. */
    public String plain() {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }

    /** The text as HTML, with every character escaped that needs it. */
    public String html() {
        return runs.stream().map(RichText::html).collect(Collectors.joining());
    }

    List<TextRun> runs() {
        return runs;
    }

    private static String html(TextRun run) {
        String text = Xml.escape(run.text());
        return switch (run.level()) {
            case LINE -> text;
            case SUBSCRIPT -> "<sub>" + text + "</sub>";
            case SUPERSCRIPT -> "<sup>" + text + "</sup>";
        };
    }

    private static Level levelAt(String source, int at) {
        if (at + 1 >= source.length() || source.charAt(at + 1) != '{') {
            return Level.LINE;
        }
        return switch (source.charAt(at)) {
            case '_' -> Level.SUBSCRIPT;
            case '^' -> Level.SUPERSCRIPT;
            default -> Level.LINE;
        };
    }

    private static void addTo(List<TextRun> runs, String text, Level level) {
        if (!text.isEmpty()) {
            runs.add(new TextRun(text, level));
        }
    }
}

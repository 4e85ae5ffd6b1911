package org.muonframework.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a preset as one file, to be handed out: what it includes from beside it stands in the place of the line. */
public final class PresetText {

    private static final Pattern INCLUDE = Pattern.compile("^(\\s*)include \"([^\"]+\\.conf)\"\\s*$");

    private PresetText() {}

    /**
     * Reads a preset. Only a line that is nothing but {@code include "NAME.conf"} gives way, within a section to lines that
     * are indented like it.
     *
     * @param preset the file, as {@link org.muonframework.spi.AnalysisProvider#preset} gives it
     * @throws IOException if it, or what it includes, cannot be read
     */
    public static String of(URL preset) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : read(preset).lines().toList()) {
            Matcher include = INCLUDE.matcher(line);
            if (include.matches()) {
                of(new URL(preset, include.group(2)))
                        .lines()
                        .map(text -> text.isEmpty() ? text : include.group(1) + text)
                        .forEach(lines::add);
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

package org.muonframework.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The scripts of a page with figures: d3, with its licence, and those that zoom and read out.
 *
 * @param texts each the whole text of one {@code script} element
 */
record Scripts(List<String> texts) {

    private static final String D3 = "/META-INF/resources/webjars/d3/%s/";
    private static final String D3_PROPERTIES = "/META-INF/maven/org.webjars.npm/d3/pom.properties";

    Scripts {
        texts = List.copyOf(texts);
    }

    /** None at all. */
    static Scripts none() {
        return new Scripts(List.of());
    }

    /** Those that figures need; d3 is that of the class path, in whichever version it is there. */
    static Scripts ofFigures() {
        String d3 = D3.formatted(version(text(D3_PROPERTIES)));
        String library = "/*\n" + text(d3 + "LICENSE") + "*/\n" + text(d3 + "dist/d3.min.js");
        return new Scripts(List.of(library, text("axes.js"), text("figures.js")));
    }

    /** The elements, to stand at the end of the page. */
    String html() {
        return texts.stream().map(text -> "<script>" + text + "</script>\n").collect(Collectors.joining());
    }

    private static String version(String properties) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.getProperty("version");
    }

    private static String text(String resource) {
        try (InputStream file = Scripts.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the script " + resource + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.muonframework.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places named <code>{{name}}</code>.
 *
 * @param text with its places still open
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    /** A template that lies beside this class. */
    static Template resource(String name) {
        try (InputStream file = Template.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the template " + name + " is not on the class path");
            }
            return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with every place filled, in one pass: what is put in is not searched for places. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing to put in place of " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}

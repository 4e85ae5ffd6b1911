package org.muonframework.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muonframework.spi.problem.ConfigurationException;

/** Parses one place and all that it includes; substitutions stay unresolved. */
final class HoconParser {

    private static final int DEEPEST_INCLUDE = 50;

    private final List<String> includers;

    private HoconParser(List<String> includers) {
        this.includers = includers;
    }

    /**
     * The content of a place that the user named.
     *
     * @throws ConfigurationException if it cannot be read, is not UTF-8 text or has a syntax error
     */
    static Config parse(TextSource source) {
        try {
            return new HoconParser(List.of()).read(source);
        } catch (IOException e) {
            throw new ConfigurationException(
                    source.label(), Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
        }
    }

    /**
     * The content of a place on the way from the file that the user named to what it includes.
     *
     * @throws IOException if it cannot be read, or includes itself
     */
    Config read(TextSource source) throws IOException {
        if (includers.contains(source.identity()) || includers.size() > DEEPEST_INCLUDE) {
            throw new IOException("includes itself");
        }
        String text = Utf8.decode(source.read(), source.label());
        List<String> chain = new ArrayList<>(includers);
        chain.add(source.identity());
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setAllowMissing(false)
                .setOriginDescription(Origins.lines(source.label()))
                .setIncluder(new StrictIncluder(source, text, new HoconParser(chain)));
        if (!includers.isEmpty()) {
            options = options.setSyntaxFromFilename(source.identity());
        }
        try {
            return ConfigFactory.parseString(text, options);
        } catch (ConfigException e) {
            throw new ConfigurationException(List.of(SyntaxProblem.of(e, source.label())));
        }
    }
}

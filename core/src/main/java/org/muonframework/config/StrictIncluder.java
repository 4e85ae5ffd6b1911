package org.muonframework.config;

import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * HOCON's {@code include}, except that what is included must exist (the library would silently read it as empty).
 *
 * <p>{@code include "name"} is looked for beside the including file; without an extension it is the first that exists
 * of {@code name.conf}, {@code name.json} and {@code name.properties}. {@code file("…")} is relative to the working
 * directory, {@code url("…")} and {@code classpath("…")} as in HOCON.
 */
final class StrictIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

    private static final List<String> EXTENSIONS = List.of(".conf", ".json", ".properties");

    private final TextSource including;
    private final String text;
    private final HoconParser parser;

    /** An includer for the statements in {@code text}, which was read from {@code including}. */
    StrictIncluder(TextSource including, String text, HoconParser parser) {
        this.including = including;
        this.text = text;
        this.parser = parser;
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        Optional<URL> url = url(what);
        if (url.isPresent()) {
            return includeURL(context, url.get());
        }
        boolean complete = EXTENSIONS.stream().anyMatch(what::endsWith);
        List<String> names = complete
                ? List.of(what)
                : EXTENSIONS.stream().map(extension -> what + extension).toList();
        return load(what, names.stream().map(name -> () -> including.beside(name)));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return load(what.getPath(), Stream.of(() -> TextSource.InFile.named(what.getPath())));
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        return load(what.toExternalForm(), Stream.of(() -> new TextSource.AtUrl(what, what.toExternalForm())));
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        URL resource = Thread.currentThread().getContextClassLoader().getResource(what);
        return load(what, Stream.of(() -> {
            if (resource == null) {
                throw new IOException("no such resource");
            }
            return new TextSource.AtUrl(resource, what);
        }));
    }

    /** A place to look at, which may turn out to have an impossible name. */
    @FunctionalInterface
    private interface Place {
        TextSource find() throws IOException;
    }

    private ConfigObject load(String what, Stream<Place> places) {
        IOException reason = null;
        for (Place place : places.toList()) {
            try {
                return parser.read(place.find()).root();
            } catch (IOException e) {
                reason = reason == null ? e : reason;
            }
        }
        String because = reason == null ? "" : ": " + reason.getMessage();
        throw new ConfigurationException(whereIncluded(what), "cannot include \"" + what + "\"" + because);
    }

    /** The library does not say on which line an include stands; the first that names it is the one. */
    private String whereIncluded(String what) {
        Pattern statement = Pattern.compile("^.*\\binclude\\b.*\"" + Pattern.quote(what) + "\".*$");
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (statement.matcher(lines.get(i)).matches()) {
                return including.label() + ":" + (i + 1);
            }
        }
        return including.label();
    }

    private static Optional<URL> url(String what) {
        try {
            return Optional.of(new URL(what));
        } catch (MalformedURLException notAUrl) {
            return Optional.empty();
        }
    }
}

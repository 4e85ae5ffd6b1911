package org.muonframework.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the plugin interfaces: a plugin made for another major version is refused.
 *
 * @param major raised when an old plugin would break
 * @param minor raised when something is added
 */
public record SpiVersion(int major, int minor) {

    /** The version of these interfaces. */
    public static final SpiVersion CURRENT = new SpiVersion(2, 3);

    /** The manifest attribute that states the version a plugin was made for. */
    public static final String ATTRIBUTE = "Framework-Spi-Version";

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

    /**
     * Reads {@code 1.0}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static SpiVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version such as " + CURRENT);
        }
        return new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a plugin made for {@code other} runs with this version. */
    public boolean supports(SpiVersion other) {
        return major == other.major && minor >= other.minor;
    }

    /** {@code 1.0}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}

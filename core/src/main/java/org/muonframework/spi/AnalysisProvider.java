package org.muonframework.spi;

import java.net.URL;

/**
 * Names a preset: a complete, commented analysis file in the plugin's JAR. With {@code analysis = NAME} every key has
 * its default there; {@code framework init NAME} hands out a copy. It may be made of several files: a line that is
 * nothing but {@code include "NAME.conf"} stands for a file beside it, in the copy for its text.
 */
public interface AnalysisProvider {

    /** The name of the preset: lower-case letters, digits and hyphens. */
    String name();

    /** What the analysis does, in one sentence. */
    String description();

    /** Where the file is; by default the resource {@code presets/NAME.conf} beside the implementing class. */
    default URL preset() {
        URL url = getClass().getResource("presets/" + name() + ".conf");
        if (url == null) {
            throw new IllegalStateException(getClass().getName() + " names the preset '" + name() + "' but presets/"
                    + name() + ".conf is not beside it");
        }
        return url;
    }
}

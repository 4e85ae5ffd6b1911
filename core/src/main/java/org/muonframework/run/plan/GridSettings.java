package org.muonframework.run.plan;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The keys of the section {@code grid} beside those of the settings that vary. */
@Doc("A search for the best settings: every combination is validated in folds of the training rows.")
public record GridSettings(
        @Doc("Number of folds by event that each combination is validated in.")
        @Default("5")
        @Range(min = 2, max = 1000)
        int folds) {

    /** The key of the section. */
    public static final String KEY = "grid";
}

package org.muonframework.evaluate.classify;

import java.util.Optional;
import org.muonframework.spi.settings.Doc;

/** Settings of {@code accuracy}. */
@Doc("part of the rows classified correctly")
public record AccuracySettings(
        @Doc("an expression over the columns that gives the class 0, 1, … by another method, to compare with; any other"
                + " number is no class, and wrong")
        Optional<String> reference) {}

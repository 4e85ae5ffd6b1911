package org.muonframework.run.plan;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.settings.Doc;

/**
 * The keys of one entry of {@code models} beside its model, trainer and reweighting, which are the analysis' own if
 * absent.
 */
@Doc("One of several models.")
record EntrySettings(
        @Doc("Names of the input columns of this model; the analysis' if absent.")
        Optional<List<String>> features) {}

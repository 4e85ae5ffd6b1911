package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Path;
import org.muonframework.spi.train.Ensemble;

/**
 * {@code ensemble.json} of a saved model: what stands there beside the models of the members.
 *
 * @param settings how the ensemble was made
 * @param ensemble what each member counts
 */
record EnsembleFile(Members settings, Ensemble ensemble) {

    private static final String NAME = "ensemble.json";

    void write(Path directory) throws IOException {
        Json.write(directory.resolve(NAME), this);
    }

    static EnsembleFile read(Path directory) throws IOException {
        return Json.read(directory.resolve(NAME), EnsembleFile.class);
    }
}

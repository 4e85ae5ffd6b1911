package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Path;
import org.muonframework.spi.train.Search;

/**
 * {@code grid.json} of a saved model: what the search found.
 *
 * @param search the points and the best one
 * @param seconds wall-clock time of the search, without the training of the best point on all rows
 */
record GridFile(Search search, double seconds) {

    private static final String NAME = "grid.json";

    void write(Path directory) throws IOException {
        Json.write(directory.resolve(NAME), this);
    }

    static GridFile read(Path directory) throws IOException {
        return Json.read(directory.resolve(NAME), GridFile.class);
    }
}

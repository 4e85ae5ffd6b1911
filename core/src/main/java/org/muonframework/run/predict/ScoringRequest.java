package org.muonframework.run.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be scored, and how.
 *
 * @param inputs files or globs
 * @param table the tree or table of the inputs; empty for that of the training, else the largest
 * @param output the file to write
 * @param fold the fold whose model scores all rows; empty for the model of each event's own fold, or where there are none
 * @param seen what happens to rows whose event the model has seen
 * @param checkKeys whether the event keys are checked: each is there once, and the output holds them row by row
 */
public record ScoringRequest(
        List<String> inputs, Optional<String> table, Path output, OptionalInt fold, SeenRows seen, boolean checkKeys) {

    public ScoringRequest {
        inputs = List.copyOf(inputs);
    }
}

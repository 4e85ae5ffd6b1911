package org.muonframework.train.compose;

import java.util.Optional;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainingData;

/** Whether a part of the rows can be learned from. */
final class Trainable {

    private Trainable() {}

    /** What speaks against it: no rows, no weights, or one class only. */
    static Optional<String> objection(TrainingData data) {
        return objection(data.training(), "training")
                .or(() -> objection(data.validation(), "validation"))
                .or(() -> data.task().classifies() ? objectionToClasses(data) : Optional.empty());
    }

    private static Optional<String> objection(Rows rows, String part) {
        if (rows.size() == 0) {
            return Optional.of("it has no rows in the " + part + " part");
        }
        for (float weight : rows.weights()) {
            if (weight != 0) {
                return Optional.empty();
            }
        }
        return Optional.of("all weights of its " + rows.size() + " rows in the " + part + " part are zero");
    }

    private static Optional<String> objectionToClasses(TrainingData data) {
        Rows rows = data.training();
        int first = -1;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.weights()[row] != 0) {
                if (first >= 0 && rows.labels()[row] != first) {
                    return Optional.empty();
                }
                first = rows.labels()[row];
            }
        }
        return Optional.of("its " + rows.size() + " rows in the training part have only one class, '"
                + data.task().classes().get(first) + "'");
    }
}

package org.muonframework.train.neural;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;

/** What losses ask of the rows that they judge, before the first step. */
final class LossChecks {

    private LossChecks() {}

    /**
     * Lets all losses of a network, those of a pretraining too, look at their columns.
     *
     * @param part what the rows are, for messages
     * @throws DataException if a loss cannot be computed of them
     */
    static void check(Architecture architecture, Rows rows, String part) {
        for (Architecture.Output output : architecture.outputs()) {
            Stream.of(output.loss().pretraining(), output.loss().training())
                    .distinct()
                    .forEach(loss -> check(output.name(), loss, rows.columns(), part));
        }
    }

    private static void check(String output, Loss loss, Map<String, double[]> columns, String part) {
        for (String column : loss.columns()) {
            if (!columns.containsKey(column)) {
                throw new IllegalArgumentException(
                        "the loss of output '" + output + "' needs '" + column + "', which the rows do not have");
            }
        }
        Optional<String> objection = loss.objection(columns);
        if (objection.isPresent()) {
            throw new DataException(part + " rows", "the loss of output '" + output + "': " + objection.get());
        }
    }
}

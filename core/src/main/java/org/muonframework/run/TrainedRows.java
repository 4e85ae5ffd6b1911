package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.Prepared;
import org.muonframework.data.PreparedData;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/**
 * The rows that each model is trained on: those that {@code omit} and {@code train-on} leave of the training and the
 * validation part. All others are predicted and judged as they are.
 *
 * @param assembly what the run is made of
 */
record TrainedRows(Assembly assembly) {

    /**
     * The rows of one model, in new arrays where any is left out.
     *
     * @throws DataException naming the model if nothing is left to learn from
     */
    PreparedData of(AssembledModel model, PreparedData data) {
        try {
            return model.plan()
                    .training()
                    .rows()
                    .of(
                            data,
                            assembly.plan().settings().weights().normalise(),
                            model.task().classifies());
        } catch (DataException e) {
            String name = "model '" + model.plan().name() + "'";
            throw new DataException(e.problems().stream()
                    .map(problem -> new Problem(problem.where().isEmpty() ? name : problem.where(), problem.message()))
                    .toList());
        }
    }

    /** What is to be left out and is not there: most likely a mistake. */
    List<String> notes(Prepared data) {
        List<String> notes = new ArrayList<>();
        for (AssembledModel model : assembly.models()) {
            for (double value : model.plan().training().rows().notFound(data.trainable())) {
                notes.add(model.plan().name() + ", omit: no row to train on has "
                        + model.plan().training().omit().orElseThrow().variable() + " = " + value);
            }
        }
        return notes;
    }
}

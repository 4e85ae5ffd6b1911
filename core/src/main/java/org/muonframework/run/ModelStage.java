package org.muonframework.run;

import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.result.ModelResult;

/** Trains a model, predicts, and lets the metrics judge. */
interface ModelStage {

    /**
     * Runs one model.
     *
     * @param predictions takes what the model predicts
     */
    ModelResult run(AssembledModel model, Predictions predictions);
}

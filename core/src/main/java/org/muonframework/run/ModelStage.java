package org.muonframework.run;

/** Trains a model, predicts, and lets the metrics judge. */
interface ModelStage {

    /**
     * Runs one model.
     *
     * @param predictions takes what the model predicts
     */
    ModelResult run(AssembledModel model, Predictions predictions);
}

package org.muonframework.train.neural;

import java.util.List;
import org.muonframework.train.neural.store.Tensor;

/**
 * Everything that a training needs to go on after a finished epoch to the same numbers. What schedule and early stopping
 * remember follows from the epochs, and random numbers from the seed and the epoch's number.
 *
 * @param state all but the tensors
 * @param parameters the network's, running averages included
 * @param best the same at the best epoch
 * @param optimizer the optimiser's memory
 */
record Checkpoint(State state, List<Tensor> parameters, List<Tensor> best, List<Tensor> optimizer) {

    /**
     * The numbers of a checkpoint.
     *
     * @param fingerprint of the training (see {@link org.muonframework.train.Fingerprint})
     * @param steps steps made
     * @param seconds time spent
     * @param epochs the finished epochs
     * @param losses what the loss of each output remembers
     */
    record State(String fingerprint, long steps, double seconds, List<EpochResult> epochs, List<double[]> losses) {
        State {
            epochs = List.copyOf(epochs);
            losses = List.copyOf(losses);
        }
    }
}

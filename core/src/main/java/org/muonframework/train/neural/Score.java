package org.muonframework.train.neural;

import java.util.List;

/**
 * How well a network does on some rows.
 *
 * @param loss sum over outputs of the loss times its factor
 * @param losses the loss of each output, without its factor
 * @param accuracy weighted part of the rows whose class is right; NaN when nothing is classified
 */
record Score(double loss, List<Double> losses, double accuracy) {

    Score {
        losses = List.copyOf(losses);
    }
}

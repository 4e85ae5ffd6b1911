package org.muonframework.train.model;

import org.muonframework.spi.model.Loss;

/** Losses of a regression, as the settings of a model name them. */
public enum RegressionLoss {
    /** Mean squared error. */
    MSE,
    /** Mean absolute error. */
    MAE,
    /** Quadratic near 0, linear far from it. */
    HUBER;

    /**
     * The loss.
     *
     * @param huberDelta where that of Huber becomes linear
     */
    Loss loss(double huberDelta) {
        return switch (this) {
            case MSE -> new Loss.MeanSquaredError();
            case MAE -> new Loss.MeanAbsoluteError();
            case HUBER -> new Loss.Huber(huberDelta);
        };
    }
}

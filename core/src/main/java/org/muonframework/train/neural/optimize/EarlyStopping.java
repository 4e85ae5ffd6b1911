package org.muonframework.train.neural.optimize;

/** Follows the validation loss, knows the best epoch and says when to stop. */
public final class EarlyStopping {

    private final int patience;
    private final Improvement improvement;
    private int epochs;
    private int best;

    /** At the start of a training. */
    public EarlyStopping(EarlyStoppingSettings settings) {
        patience = settings.patience();
        improvement = new Improvement(settings.minDelta());
    }

    /** Tells the validation loss of the next epoch; gives back whether it is the best so far. */
    public boolean observe(double validationLoss) {
        boolean better = improvement.observe(validationLoss);
        if (better) {
            best = epochs;
        }
        epochs++;
        return better;
    }

    /** The best epoch, from 0. */
    public int best() {
        return best;
    }

    /** Whether the patience is at its end. */
    public boolean exhausted() {
        return patience > 0 && epochs - 1 - best >= patience;
    }
}

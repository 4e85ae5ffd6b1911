package org.muonframework.spi.train;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The course of a training. Every trainer follows at least the loss, on the rows that it fits and on those that it judges
 * by, under the names {@link #LOSS}, {@link #TRAINING} and {@link #VALIDATION}.
 *
 * @param step what one step is: {@code epoch} or {@code round}
 * @param curves quantities followed, each with as many values as there were steps
 * @param best the step, from 0, whose parameters the model has
 * @param seconds wall-clock time of the training
 * @param rowsPerSecond median over the steps after warm-up of training rows processed in a second; NaN if unknown
 * @param engine what trained, as {@code fused}, {@code MXNet} or {@code XGBoost}; empty where there is nothing to say
 */
public record History(
        String step, List<LearningCurve> curves, int best, double seconds, double rowsPerSecond, String engine) {

    /** The quantity that is minimised. */
    public static final String LOSS = "loss";

    /** The rows that are fitted. */
    public static final String TRAINING = "training";

    /** The rows that are judged by while training. */
    public static final String VALIDATION = "validation";

    public History {
        Objects.requireNonNull(step, "step");
        curves = List.copyOf(curves);
        engine = Objects.requireNonNullElse(engine, "");
    }

    /** The course of a training by nothing with a name. */
    public History(String step, List<LearningCurve> curves, int best, double seconds, double rowsPerSecond) {
        this(step, curves, best, seconds, rowsPerSecond, "");
    }

    /**
     * The loss on the validation rows at the step whose parameters the model has.
     *
     * @return the value at {@link #best} of the curve of the quantity {@value #LOSS} on the part {@value #VALIDATION};
     *     empty if there is no such curve, as in the mean over folds, or no such value, as where a training did not come
     *     beyond its pretraining
     */
    public OptionalDouble validationLoss() {
        return curves.stream()
                .filter(curve -> curve.quantity().equals(LOSS) && curve.part().equals(VALIDATION))
                .filter(curve -> best >= 0 && best < curve.values().size())
                .mapToDouble(curve -> curve.values().get(best))
                .filter(loss -> !Double.isNaN(loss))
                .findFirst();
    }
}

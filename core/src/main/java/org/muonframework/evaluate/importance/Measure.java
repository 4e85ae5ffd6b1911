package org.muonframework.evaluate.importance;

import java.util.Locale;
import java.util.Optional;
import org.muonframework.spi.model.Task;

/** What becomes worse when a feature is shuffled. */
public enum Measure {
    /** The weighted part of the rows whose class is predicted rightly; it drops. */
    ACCURACY,
    /** The area under the ROC curve of two classes; it drops. */
    AUC,
    /** The root mean square of predicted minus true; it grows, in parts of itself, averaged over several targets. */
    RESOLUTION;

    /** What fits a task best. */
    static Measure of(Task task) {
        return task.classifies() ? ACCURACY : RESOLUTION;
    }

    /** Why it cannot be measured, if that is so. */
    Optional<String> objection(Task task) {
        return switch (this) {
            case ACCURACY ->
                task.classifies()
                        ? Optional.empty()
                        : Optional.of("measure = accuracy needs classes; use measure = resolution");
            case AUC ->
                task.classes().size() == 2
                        ? Optional.empty()
                        : Optional.of("measure = auc needs two classes; use measure = "
                                + (task.classifies() ? "accuracy" : "resolution"));
            case RESOLUTION ->
                task.regresses()
                        ? Optional.empty()
                        : Optional.of("measure = resolution needs targets; use measure = accuracy");
        };
    }

    /** As it is written in settings: {@code accuracy}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code drop in accuracy}. */
    String words() {
        return switch (this) {
            case ACCURACY -> "drop in accuracy";
            case AUC -> "drop in AUC";
            case RESOLUTION -> "relative growth of the RMS residual";
        };
    }
}

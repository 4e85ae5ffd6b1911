package org.muonframework.evaluate.select;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;

/**
 * Working points as a user asks for them.
 *
 * @param points each by its name
 * @param signal the class that is selected, if it is named
 * @param fitOn where thresholds are found
 */
record WorkingPoints(Map<String, WorkingPointSettings> points, Optional<String> signal, FitOn fitOn) {

    /** The default: the cut at which signal is as likely as not, which is also that of the accuracy. */
    static final String HALF = "{ half { threshold = 0.5 } }";

    /**
     * The points in the order of their names.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Map<String, WorkingPointSettings> sorted(Map<String, WorkingPointSettings> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("'points' is empty: expected at least one, as in " + HALF);
        }
        return Collections.unmodifiableMap(new TreeMap<>(points));
    }

    /** The expressions of reference selections and variables. */
    List<String> expressions(Map<String, VariableSettings> variables) {
        return Stream.concat(
                        points.values().stream()
                                .map(WorkingPointSettings::reference)
                                .flatMap(Optional::stream),
                        variables.entrySet().stream()
                                .map(entry -> entry.getValue().expressionOf(entry.getKey())))
                .distinct()
                .toList();
    }

    /** Why a task cannot be judged, if that is so. */
    Optional<String> objection(Task task) {
        List<String> classes = task.classes();
        Optional<String> objection = OneAgainstRest.objection(task);
        if (objection.isPresent()) {
            return objection;
        }
        Collection<String> possible = classes.size() == 2 ? classes.subList(1, 2) : classes;
        if (signal.isEmpty()) {
            return classes.size() == 2
                    ? Optional.empty()
                    : Optional.of("needs 'signal', one of its classes: " + String.join(", ", classes));
        }
        if (possible.contains(signal.get())) {
            return Optional.empty();
        }
        return Optional.of(
                classes.contains(signal.get())
                        ? "signal is '" + signal.get() + "', but of two classes the score is that of the second, '"
                                + classes.get(1) + "'"
                        : "signal is '" + signal.get() + "', which is no class; expected one of: "
                                + String.join(", ", possible) + "." + Suggestions.didYouMean(signal.get(), possible));
    }

    /** Index of the class that is selected. */
    int signalIn(Task task) {
        return signal.map(task.classes()::indexOf).orElse(1);
    }

    /** A part as signal against the rest. */
    SignalSample see(Sample sample, Evaluation evaluation) {
        return SignalSample.of(sample, evaluation, signalIn(evaluation.task()));
    }

    /**
     * Finds the cuts.
     *
     * @param evaluated the evaluated part
     * @return those with a reference selection first, then by name
     */
    List<WorkingPoint> fit(Evaluation evaluation, SignalSample evaluated) {
        Optional<SignalSample> sample =
                fitOn.of(evaluation).map(rows -> rows == evaluated.sample() ? evaluated : see(rows, evaluation));
        return Stream.of(true, false)
                .flatMap(referred -> points.entrySet().stream()
                        .filter(entry -> entry.getValue().reference().isPresent() == referred))
                .map(entry -> sample.map(rows -> WorkingPoint.of(entry.getKey(), entry.getValue(), rows))
                        .orElseGet(() -> withoutRows(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static WorkingPoint withoutRows(String name, WorkingPointSettings settings) {
        return settings.threshold()
                .map(threshold -> WorkingPoint.given(name, threshold))
                .orElseGet(() -> WorkingPoint.missing(
                        name,
                        settings,
                        "there is no validation part to find the threshold on; set fit-on = evaluated"));
    }
}

package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.stats.Quantiles;

/** Makes the history of a training of its stages, whose epochs come one after the other. */
final class Histories {

    private Histories() {}

    /**
     * Curves of the loss, of each output's where there are several, of accuracy and learning rate. Losses of two stages
     * do not compare: those of the pretraining are curves of their own, without values in the epochs after it, as those of
     * the training proper have none before.
     *
     * @param courses how the stages went
     */
    static History of(List<StageCourse> courses, Architecture architecture, String engine) {
        List<EpochResult> epochs =
                courses.stream().flatMap(course -> course.epochs().stream()).toList();
        List<LearningCurve> curves = new ArrayList<>();
        int before = 0;
        int best = 0;
        for (StageCourse course : courses) {
            int after = epochs.size() - before - course.epochs().size();
            for (LearningCurve curve : losses(course, architecture)) {
                curves.add(new LearningCurve(curve.quantity(), curve.part(), padded(before, curve.values(), after)));
            }
            best = course.best() < 0 ? best : before + course.best();
            before += course.epochs().size();
        }
        if (epochs.stream().noneMatch(epoch -> Double.isNaN(epoch.validation().accuracy()))) {
            addBoth(curves, "accuracy", epochs, Score::accuracy);
        }
        curves.add(curve("learning-rate", "", epochs, EpochResult::learningRate));
        double seconds = courses.stream().mapToDouble(StageCourse::seconds).sum();
        return new History("epoch", curves, best, seconds, medianRate(epochs), engine);
    }

    /** The losses of a stage in its own epochs; none if it has none. */
    private static List<LearningCurve> losses(StageCourse course, Architecture architecture) {
        List<LearningCurve> curves = new ArrayList<>();
        List<EpochResult> epochs = course.epochs();
        if (epochs.isEmpty()) {
            return curves;
        }
        String name = course.stage().quantity(History.LOSS);
        addBoth(curves, name, epochs, Score::loss);
        if (architecture.outputs().size() > 1) {
            for (int i = 0; i < architecture.outputs().size(); i++) {
                int output = i;
                if (!(architecture.outputs().get(i).loss() instanceof Loss.Unjudged)) {
                    addBoth(curves, name + "-" + architecture.outputs().get(i).name(), epochs, score -> score.losses()
                            .get(output));
                }
            }
        }
        return curves;
    }

    private static List<Double> padded(int before, List<Double> values, int after) {
        List<Double> all = new ArrayList<>(Collections.nCopies(before, Double.NaN));
        all.addAll(values);
        all.addAll(Collections.nCopies(after, Double.NaN));
        return all;
    }

    private static void addBoth(
            List<LearningCurve> curves, String quantity, List<EpochResult> epochs, ToDoubleFunction<Score> value) {
        curves.add(curve(quantity, History.TRAINING, epochs, of(EpochResult::training, value)));
        curves.add(curve(quantity, History.VALIDATION, epochs, of(EpochResult::validation, value)));
    }

    private static ToDoubleFunction<EpochResult> of(Function<EpochResult, Score> part, ToDoubleFunction<Score> value) {
        return epoch -> value.applyAsDouble(part.apply(epoch));
    }

    private static LearningCurve curve(
            String quantity, String part, List<EpochResult> epochs, ToDoubleFunction<EpochResult> value) {
        return new LearningCurve(
                quantity, part, epochs.stream().mapToDouble(value).boxed().toList());
    }

    /** The median over the epochs after the first, in which code is compiled and memory found; NaN if there is none. */
    private static double medianRate(List<EpochResult> epochs) {
        return Quantiles.median(
                epochs.stream().skip(1).mapToDouble(EpochResult::rowsPerSecond).toArray());
    }
}

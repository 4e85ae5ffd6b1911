package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.stats.Quantiles;

/** Makes the history of a training of its epochs. */
final class Histories {

    private Histories() {}

    /** Curves of the loss, of each output's where there are several, of accuracy and learning rate. */
    static History of(List<EpochResult> epochs, int best, double seconds, Architecture architecture, String engine) {
        List<LearningCurve> curves = new ArrayList<>();
        addBoth(curves, History.LOSS, epochs, Score::loss);
        if (architecture.outputs().size() > 1) {
            for (int i = 0; i < architecture.outputs().size(); i++) {
                int output = i;
                addBoth(curves, "loss-" + architecture.outputs().get(i).name(), epochs, score -> score.losses()
                        .get(output));
            }
        }
        if (epochs.stream().noneMatch(epoch -> Double.isNaN(epoch.validation().accuracy()))) {
            addBoth(curves, "accuracy", epochs, Score::accuracy);
        }
        curves.add(curve("learning-rate", "", epochs, EpochResult::learningRate));
        return new History("epoch", curves, best, seconds, medianRate(epochs), engine);
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

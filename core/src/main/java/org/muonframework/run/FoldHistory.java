package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.train.compose.JoinedHistory;

/** The course of the trainings of all folds as one. */
final class FoldHistory {

    private FoldHistory() {}

    /**
     * Curves are means over the folds, as far as all of them went; the best step and the rate, where it is known, are
     * medians; the time is the sum.
     *
     * @param histories one for each fold, at least one
     */
    static History mean(List<History> histories) {
        List<LearningCurve> curves = new ArrayList<>();
        for (LearningCurve curve : histories.get(0).curves()) {
            List<LearningCurve> same = histories.stream()
                    .flatMap(history -> history.curves().stream())
                    .filter(other -> other.quantity().equals(curve.quantity())
                            && other.part().equals(curve.part()))
                    .toList();
            curves.add(mean(curve, same));
        }
        return JoinedHistory.of(histories, curves);
    }

    private static LearningCurve mean(LearningCurve like, List<LearningCurve> curves) {
        int steps =
                curves.stream().mapToInt(curve -> curve.values().size()).min().orElse(0);
        List<Double> means = IntStream.range(0, steps)
                .mapToObj(step -> curves.stream()
                        .mapToDouble(curve -> curve.values().get(step))
                        .average()
                        .orElse(Double.NaN))
                .toList();
        String part = (like.part().isEmpty() ? "" : like.part() + ", ") + "mean of " + curves.size() + " folds";
        return new LearningCurve(like.quantity(), part, means);
    }
}

package org.muonframework.train.compose;

import java.util.List;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.stats.Quantiles;

/** The courses of several trainings of one kind as one. */
public final class JoinedHistory {

    private JoinedHistory() {}

    /**
     * The best step and the rate, where it is known, are medians; the time is the sum.
     *
     * @param histories at least one
     * @param curves what became of their curves
     */
    public static History of(List<History> histories, List<LearningCurve> curves) {
        History first = histories.get(0);
        return new History(
                first.step(),
                curves,
                (int) Quantiles.median(
                        histories.stream().mapToDouble(History::best).toArray()),
                histories.stream().mapToDouble(History::seconds).sum(),
                Quantiles.median(histories.stream()
                        .mapToDouble(History::rowsPerSecond)
                        .filter(rate -> !Double.isNaN(rate))
                        .toArray()),
                first.engine());
    }
}

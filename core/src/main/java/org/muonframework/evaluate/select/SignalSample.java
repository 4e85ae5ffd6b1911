package org.muonframework.evaluate.select;

import java.util.Optional;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Roc;

/** One part as signal against all other rows; sorted by score once, when that is first needed. */
final class SignalSample {

    private final Sample sample;
    private final OneAgainstRest rows;
    private final Optional<String> problem;
    private Optional<Roc> roc = Optional.empty();

    private SignalSample(Sample sample, OneAgainstRest rows) {
        this.sample = sample;
        this.rows = rows;
        problem = rows.problem();
    }

    static SignalSample of(Sample sample, Evaluation evaluation, int signal) {
        return new SignalSample(sample, OneAgainstRest.of(sample, evaluation.task(), signal));
    }

    Sample sample() {
        return sample;
    }

    OneAgainstRest rows() {
        return rows;
    }

    /** Why nothing can be said of it, if that is so. */
    Optional<String> problem() {
        return problem;
    }

    /** Its curve, where there is no {@link #problem()}. */
    Roc roc() {
        if (roc.isEmpty()) {
            roc = Optional.of(Roc.of(rows.scores(), rows.members(), rows.weights()));
        }
        return roc.get();
    }
}

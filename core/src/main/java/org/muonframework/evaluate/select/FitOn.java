package org.muonframework.evaluate.select;

import java.util.Optional;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;

/** The part on which thresholds are found that are not given as numbers. */
public enum FitOn {
    /** The part that results are quoted for: efficiencies are exactly those asked for. */
    EVALUATED,
    /** The validation part: nothing of the evaluated part is used to place a cut. */
    VALIDATION;

    /** Its rows, if there are any. */
    Optional<Sample> of(Evaluation evaluation) {
        return this == EVALUATED ? Optional.of(evaluation.evaluatedSample()) : evaluation.sample(Part.VALIDATION);
    }
}

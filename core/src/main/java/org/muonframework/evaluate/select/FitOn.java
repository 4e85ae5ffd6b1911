package org.muonframework.evaluate.select;

import java.util.Optional;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;

/** The part of the nominal sample on which thresholds are found that are not given as numbers. */
public enum FitOn {
    /** The part that results are quoted for: efficiencies are exactly those asked for, on the nominal sample. */
    EVALUATED,
    /** The validation part: nothing of the evaluated part is used to place a cut. */
    VALIDATION;

    /** Its rows, if there are any; of a variation those of the nominal sample, so that cuts stay where they are. */
    Optional<Sample> of(Evaluation evaluation) {
        Evaluation nominal = evaluation.reference();
        return this == EVALUATED ? Optional.of(nominal.evaluatedSample()) : nominal.sample(Part.VALIDATION);
    }
}

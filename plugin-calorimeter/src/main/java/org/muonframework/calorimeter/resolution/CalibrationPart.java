package org.muonframework.calorimeter.resolution;

import java.util.stream.Stream;
import org.muonframework.spi.metric.Part;

/** The rows that the correction of the bias is fitted to. */
public enum CalibrationPart {
    /** Those that the model was fitted to. */
    TRAINING,
    /** Those that it was judged by. */
    VALIDATION,
    /** Those that results are quoted for, which then are not independent of the correction. */
    EVALUATED;

    /** The parts to look for, the one that is meant first; none for that which is evaluated. */
    Stream<Part> candidates() {
        return switch (this) {
            case TRAINING -> Stream.of(Part.TRAINING, Part.VALIDATION);
            case VALIDATION -> Stream.of(Part.VALIDATION, Part.TRAINING);
            case EVALUATED -> Stream.empty();
        };
    }
}

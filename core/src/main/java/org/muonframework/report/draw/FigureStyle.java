package org.muonframework.report.draw;

import java.util.Objects;

/**
 * What is written above every figure of a run.
 *
 * @param experiment who made it, in bold italics
 * @param sample what it was made from, such as {@code Simulation} or {@code CMS Open Data}; may be empty
 */
public record FigureStyle(String experiment, String sample) {

    public FigureStyle {
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(sample, "sample");
    }

    /** The framework's own label. */
    public static FigureStyle ofSample(String sample) {
        return new FigureStyle("Muon Framework", sample);
    }
}

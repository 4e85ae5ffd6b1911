package org.muonframework.report.draw;

/** What stands before a label in a legend. */
@FunctionalInterface
interface LegendSample {

    /** Paints the sample, {@link MarkPainter#SAMPLE} wide, about the height {@code middle}. */
    void sample(Canvas canvas, double left, double middle);
}

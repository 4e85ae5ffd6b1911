/**
 * Draws figures as high-energy physics prints them: ticks inside on all sides, step histograms at their bin edges, a
 * ratio panel below, titles at the ends of the axes.
 *
 * <p>A {@link org.muonframework.report.draw.FigurePainter} paints on a {@link org.muonframework.report.draw.Canvas},
 * of which there are two: one writes SVG, one fills pixels. Text is measured and, in pixels, filled from the outlines
 * of a font that comes with the framework, so that a figure is the same on every machine, with fonts installed or
 * without.
 */
package org.muonframework.report.draw;

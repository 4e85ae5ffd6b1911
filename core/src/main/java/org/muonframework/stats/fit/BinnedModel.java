package org.muonframework.stats.fit;

import java.util.Arrays;
import org.muonframework.stats.Binning;

/**
 * A peak model over bins as a function of its parameters. Their order: masses (with fixed differences only the first),
 * natural width if free, resolution of the first peak, α and power of a Crystal Ball, yields of the peaks, yields of the
 * background, slope of an exponential.
 */
final class BinnedModel {

    private final PeakModel model;
    private final Binning binning;
    private final double[] offsets;
    private final BackgroundShape backgroundShape;
    private final int masses;
    private final int width;
    private final int resolution;
    private final int tail;
    private final int yields;
    private final int background;
    private final int slope;
    private final int size;

    /** @param starts the masses from which fixed differences follow, one a peak */
    BinnedModel(PeakModel model, Binning binning, double[] starts) {
        this.model = model;
        this.binning = binning;
        offsets = Arrays.stream(starts).map(mass -> mass - starts[0]).toArray();
        backgroundShape = new BackgroundShape(model.background(), binning);
        masses = model.fixedDifferences() ? 1 : model.peaks();
        width = masses;
        resolution = width + (freeWidth() ? 1 : 0);
        tail = resolution + 1;
        yields = tail + (model.signal() == Signal.CRYSTAL_BALL ? 2 : 0);
        background = yields + model.peaks();
        slope = background + model.background().yields();
        size = slope + (model.background() == Background.EXPONENTIAL ? 1 : 0);
    }

    private boolean freeWidth() {
        return model.signal() == Signal.BREIT_WIGNER && model.width().isEmpty();
    }

    /** Number of parameters. */
    int size() {
        return size;
    }

    int masses() {
        return masses;
    }

    /** Index of the natural width; that of the resolution if the width is not free. */
    int width() {
        return width;
    }

    int resolution() {
        return resolution;
    }

    int tail() {
        return tail;
    }

    int yields() {
        return yields;
    }

    int background() {
        return background;
    }

    int slope() {
        return slope;
    }

    PeakModel model() {
        return model;
    }

    Binning binning() {
        return binning;
    }

    double mass(double[] p, int peak) {
        return model.fixedDifferences() ? p[0] + offsets[peak] : p[peak];
    }

    private LineShape line(double[] p, int peak) {
        double mass = mass(p, peak);
        double sigma = peak == 0 ? p[resolution] : p[resolution] * mass / p[0];
        return switch (model.signal()) {
            case GAUSSIAN -> new Gaussian(mass, sigma);
            case BREIT_WIGNER ->
                new Voigt(mass, freeWidth() ? p[width] : model.width().orElseThrow(), sigma);
            case CRYSTAL_BALL -> new CrystalBall(mass, sigma, p[tail], p[tail + 1]);
        };
    }

    /** What is expected in each bin. */
    double[] expected(double[] p) {
        double[] sums = new double[binning.size()];
        double[][] components = components(p);
        for (int k = 0; k < components.length; k++) {
            for (int bin = 0; bin < sums.length; bin++) {
                sums[bin] += p[yields + k] * components[k][bin];
            }
        }
        return sums;
    }

    /** {@code [component][bin]}: the part of each peak and of each background component that lies in each bin. */
    double[][] components(double[] p) {
        double[][] components = new double[slope - yields][];
        for (int k = 0; k < model.peaks(); k++) {
            double[] contents = new double[binning.size()];
            double sum = contents(line(p, k), contents);
            for (int bin = 0; bin < contents.length; bin++) {
                contents[bin] /= sum;
            }
            components[k] = contents;
        }
        for (int k = background; k < slope; k++) {
            components[k - yields] = backgroundShape.component(k - background, slope(p));
        }
        return components;
    }

    /** Puts the integral over each bin into an array; gives their sum, which is not 0. */
    private double contents(LineShape line, double[] contents) {
        double sum = 0;
        for (int bin = 0; bin < contents.length; bin++) {
            contents[bin] = line.integral(binning.low(bin), binning.high(bin));
            sum += contents[bin];
        }
        return Math.max(sum, Double.MIN_NORMAL);
    }

    /** The function at these parameters. */
    FittedCurve curve(double[] p) {
        int peaks = model.peaks();
        LineShape[] lines = new LineShape[peaks];
        double[] heights = new double[peaks];
        for (int k = 0; k < peaks; k++) {
            lines[k] = line(p, k);
            heights[k] = p[yields + k] / contents(lines[k], new double[binning.size()]);
        }
        double[] backgroundYields = backgroundYields(p);
        double backgroundSlope = slope(p);
        return new FittedCurve(
                x -> {
                    double sum = backgroundShape.density(x, backgroundYields, backgroundSlope);
                    for (int k = 0; k < peaks; k++) {
                        sum += heights[k] * lines[k].density(x);
                    }
                    return sum;
                },
                x -> backgroundShape.density(x, backgroundYields, backgroundSlope),
                expected(p));
    }

    private double[] backgroundYields(double[] p) {
        return Arrays.copyOfRange(p, background, slope);
    }

    private double slope(double[] p) {
        return slope < size ? p[slope] : 0;
    }
}

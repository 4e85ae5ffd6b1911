package org.muonframework.evaluate.closure;

import org.muonframework.stats.Histogram;
import org.muonframework.stats.Histogram.Heights;

/**
 * Compares shapes bin by bin.
 *
 * @param chiSquare Σ(a − b)²/(σa² + σb²)
 * @param degrees number of bins with rows, less one for the normalisation
 */
record ShapeTest(double chiSquare, int degrees) {

    /** The sums of weights as parts of their total, with errors √Σw² of the same scale; NaN if it is not positive. */
    static Heights shape(Histogram histogram) {
        double total = histogram.total();
        double scale = total > 0 ? total : Double.NaN;
        Heights contents = histogram.contents();
        for (int bin = 0; bin < contents.values().length; bin++) {
            contents.values()[bin] /= scale;
            contents.errors()[bin] /= scale;
        }
        return contents;
    }

    /** Of two shapes. */
    static ShapeTest of(Heights a, Heights b) {
        double sum = 0;
        int bins = 0;
        for (int bin = 0; bin < a.values().length; bin++) {
            double difference = a.values()[bin] - b.values()[bin];
            double variance = a.errors()[bin] * a.errors()[bin] + b.errors()[bin] * b.errors()[bin];
            if (variance != 0) {
                sum += difference * difference / variance;
                bins++;
            }
        }
        return new ShapeTest(sum, bins - 1);
    }

    /** Of a shape and the same content in each of its bins that have rows. */
    static ShapeTest ofFlat(Heights shape) {
        int bins = 0;
        for (double error : shape.errors()) {
            bins += error != 0 ? 1 : 0;
        }
        double[] flat = new double[shape.values().length];
        for (int bin = 0; bin < flat.length; bin++) {
            flat[bin] = shape.errors()[bin] != 0 ? 1.0 / bins : 0;
        }
        return of(shape, new Heights(flat, new double[flat.length]));
    }

    /** χ² by degree of freedom; NaN without any. */
    double perDegree() {
        return degrees > 0 ? chiSquare / degrees : Double.NaN;
    }
}

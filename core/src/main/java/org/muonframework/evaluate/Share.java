package org.muonframework.evaluate;

import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

/**
 * A weighted part of the rows: an efficiency, an accuracy.
 *
 * @param passed sum of the weights that count
 * @param passedSquares sum of the squares of the weights that count
 * @param total sum of all weights
 * @param squares sum of the squares of all weights
 */
public record Share(double passed, double passedSquares, double total, double squares) {

    /** The rows of the class with the largest weight: what one gets right by always naming that class. */
    public static Share ofMajority(Sample sample, int classes) {
        double[] sums = new double[classes];
        double[] squaresOfClass = new double[classes];
        double total = 0;
        double squares = 0;
        for (int i = 0; i < sample.rows(); i++) {
            double w = sample.weights()[i];
            sums[sample.labels()[i]] += w;
            total += w;
            squaresOfClass[sample.labels()[i]] += w * w;
            squares += w * w;
        }
        int majority = 0;
        for (int c = 1; c < classes; c++) {
            majority = sums[c] > sums[majority] ? c : majority;
        }
        return new Share(sums[majority], squaresOfClass[majority], total, squares);
    }

    /** The part; NaN if the weights do not add up to more than 0. */
    public double value() {
        return total > 0 ? passed / total : Double.NaN;
    }

    /** Its 68 % interval by effective numbers, see {@link Intervals#weighted}. */
    public Interval interval() {
        return Intervals.weighted(passed, passedSquares, total, squares, Intervals.ONE_SIGMA);
    }

    /** The value with its interval. */
    public MetricValue as(String name, Part part) {
        Interval interval = interval();
        return MetricValue.of(name, part, value()).within(interval.low(), interval.high());
    }
}

package org.muonframework.dimuon.higgs.spectrum;

import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

/**
 * Events that were counted or are expected.
 *
 * @param sum Σw
 * @param squares Σw²
 */
record Count(double sum, double squares) {

    static final Count NONE = new Count(0, 0);

    /** All that is within the edges of a histogram. */
    static Count of(Histogram histogram) {
        double squares = 0;
        for (double square : histogram.squares()) {
            squares += square;
        }
        return new Count(histogram.total(), squares);
    }

    Count plus(Count other) {
        return new Count(sum + other.sum, squares + other.squares);
    }

    Count times(double factor) {
        return new Count(sum * factor, squares * factor * factor);
    }

    double error() {
        return Math.sqrt(squares);
    }

    /** The interval of the mean of what was counted: exact for weights of 1, also where there is nothing. */
    Interval interval() {
        return sum == squares
                ? Intervals.garwood(sum, Intervals.ONE_SIGMA)
                : Intervals.weightedCount(sum, squares, Intervals.ONE_SIGMA);
    }

    /** As a value of what is expected. */
    MetricValue expected(String name, Part part) {
        return MetricValue.of(name, part, sum).within(sum - error(), sum + error());
    }

    /** As a value of what was counted. */
    MetricValue counted(String name, Part part) {
        return MetricValue.of(name, part, sum)
                .within(interval().low(), interval().high());
    }
}

package org.muonframework.spi.train;

import java.util.List;
import java.util.Objects;

/**
 * How settings were chosen among several before a model was trained with them.
 *
 * @param region the rows that the choice was made for, such as {@code 1 <= mass < 4}; empty for all
 * @param folds number of folds that each point was validated in
 * @param keys the settings that vary, in order: {@code trainer.max-depth}
 * @param points what was tried, in order
 * @param best index of the point that was chosen
 */
public record Search(String region, int folds, List<String> keys, List<Point> points, int best) {

    public Search {
        Objects.requireNonNull(region, "region");
        keys = List.copyOf(keys);
        points = List.copyOf(points);
        if (best < 0 || best >= points.size()) {
            throw new IllegalArgumentException("point " + best + " is none of " + points.size());
        }
    }

    /**
     * One of the points.
     *
     * @param values the value of each of the settings, as it stands in the analysis file
     * @param loss mean validation loss over the folds
     * @param error standard error of this mean, from the spread over the folds; NaN where it is not known
     */
    public record Point(List<String> values, double loss, double error) {

        public Point {
            values = List.copyOf(values);
        }
    }

    /** The same search, made for some of the rows. */
    public Search of(String rows) {
        return new Search(rows, folds, keys, points, best);
    }
}

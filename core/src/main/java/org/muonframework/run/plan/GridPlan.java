package org.muonframework.run.plan;

import java.util.List;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;

/**
 * Combinations of settings to choose from.
 *
 * @param folds number of folds that each is validated in
 * @param keys the settings that vary: {@code trainer.max-depth}, sorted
 * @param points all combinations; the last key varies first
 * @param where the place in the configuration, for messages
 */
public record GridPlan(int folds, List<String> keys, List<Point> points, String where) {

    public GridPlan {
        keys = List.copyOf(keys);
        points = List.copyOf(points);
    }

    /**
     * One combination.
     *
     * @param values the value of each key, as text
     * @param model the untrained model with them
     * @param trainer what trains it, with them
     */
    public record Point(
            List<String> values, Configured<ModelProvider<?>> model, Configured<TrainerProvider<?>> trainer) {

        public Point {
            values = List.copyOf(values);
        }
    }
}

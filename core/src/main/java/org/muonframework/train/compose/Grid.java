package org.muonframework.train.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muonframework.spi.model.Model;

/**
 * Combinations of settings to choose from.
 *
 * @param folds number of folds of the training rows that each is validated in, at least 2
 * @param keys the settings that vary
 * @param points the combinations, at least one
 */
public record Grid(int folds, List<String> keys, List<Point> points) {

    public Grid {
        keys = List.copyOf(keys);
        points = List.copyOf(points);
        if (folds < 2 || points.isEmpty()) {
            throw new IllegalArgumentException(folds + " folds and " + points.size() + " points are too few");
        }
    }

    /**
     * One combination.
     *
     * @param values the value of each setting, as text
     * @param model the untrained model with these values
     * @param trainers makes trainers with these values, which try the point
     * @param chosen makes what trains the point for good, should it be the best
     */
    public record Point(List<String> values, Model model, TrainerSource trainers, TrainerSource chosen) {

        public Point {
            values = List.copyOf(values);
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(trainers, "trainers");
            Objects.requireNonNull(chosen, "chosen");
        }

        /** A point that is trained for good as it is tried. */
        public Point(List<String> values, Model model, TrainerSource trainers) {
            this(values, model, trainers, trainers);
        }
    }

    /** What a point is, to be read: {@code trainer.max-depth = 5, trainer.rounds = 4}. */
    String label(int point) {
        List<String> texts = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            texts.add(keys.get(key) + " = " + points.get(point).values().get(key));
        }
        return String.join(", ", texts);
    }

    /** The settings that vary and their values, on one line. */
    String description() {
        return folds + " folds of " + keys + ": "
                + points.stream().map(Point::values).toList();
    }
}

package org.muonframework.spi.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A boosted ensemble of decision trees; depth, rate and rounds are the trainer's.
 *
 * @param task what is learned from what
 * @param parameters parameters of the booster library beyond the trainer's settings, by their own names
 */
public record TreeModel(Task task, Map<String, String> parameters) implements Model {

    public TreeModel {
        Objects.requireNonNull(task, "task");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    @Override
    public String family() {
        return "boosted trees";
    }

    /** None: trees learn from features. */
    @Override
    public List<Image> images(Task all) {
        return List.of();
    }

    @Override
    public String summary() {
        return task.features().size() + " features";
    }
}

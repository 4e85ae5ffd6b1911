package org.muonframework.train.neural;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;
import org.muonframework.train.neural.data.Scales;
import org.muonframework.train.neural.store.ModelJson;

/**
 * A trained network but for its parameters: the content of {@code model.json}.
 *
 * @param format version of this form
 * @param framework version of the framework that trained it
 * @param engine name of what trained it, which predicts with it too
 * @param engineVersion its version
 * @param task what it predicts from what
 * @param architecture layers and losses, as far as they are data
 * @param scales what brings columns to the network's scale and back
 * @param history how the training went
 */
record NetworkDescription(
        int format,
        String framework,
        String engine,
        String engineVersion,
        Task task,
        JsonNode architecture,
        Scales scales,
        History history) {

    /** The version that is written, and the only one that is read. */
    static final int FORMAT = 1;

    NetworkDescription {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(architecture, "architecture");
        Objects.requireNonNull(scales, "scales");
        Objects.requireNonNull(history, "history");
    }

    /** Of a network that was trained in these stages. */
    static NetworkDescription of(Task task, Architecture architecture, Scales scales, List<StageCourse> courses) {
        StageCourse last = courses.get(courses.size() - 1);
        String version = Optional.ofNullable(
                        NetworkDescription.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new NetworkDescription(
                FORMAT,
                version,
                last.engine(),
                last.engineVersion(),
                task,
                ModelJson.tree(architecture),
                scales,
                Histories.of(courses, architecture, last.engine()));
    }
}

package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Task;

/**
 * {@code regions.json} of a saved model: what stands there beside the models of the regions.
 *
 * @param regions the regions
 * @param features all features, with the variable of the regions
 * @param classes the classes
 * @param targets the targets
 * @param images the images; absent in older files
 */
record RegionFile(
        Regions regions, List<String> features, List<String> classes, List<String> targets, List<Image> images) {

    private static final String NAME = "regions.json";

    void write(Path directory) throws IOException {
        Json.write(directory.resolve(NAME), this);
    }

    /** What the models of the regions learned from what. */
    Task task() {
        return new Task(features, classes, targets, images);
    }

    static RegionFile read(Path directory) throws IOException {
        return Json.read(directory.resolve(NAME), RegionFile.class);
    }
}

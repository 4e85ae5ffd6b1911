package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;

/**
 * The best of several combinations of settings, found by cross-validation on the training rows.
 *
 * @param grid the combinations
 */
public record GridSource(Grid grid) implements TrainerSource {

    @Override
    public Trainer create(Context context) {
        return new GridTrainer(grid, context);
    }

    /** Those of all points, each of which has a model of its own. */
    @Override
    public List<String> columns(Model model) {
        return grid.points().stream()
                .flatMap(point -> point.trainers().columns(point.model()).stream())
                .distinct()
                .toList();
    }

    /** Those that any point looks at. */
    @Override
    public List<Image> images(Model model, Task task) {
        Set<Image> seen = new HashSet<>();
        grid.points().forEach(point -> seen.addAll(point.trainers().images(point.model(), task)));
        return task.images().stream().filter(seen::contains).toList();
    }

    /** What speaks against them at any point. */
    @Override
    public List<String> objectionsToImages(Model model, Task task) {
        List<String> objections = new ArrayList<>();
        for (int number = 0; number < grid.points().size(); number++) {
            Grid.Point point = grid.points().get(number);
            String with = "with " + grid.label(number) + " ";
            point.trainers().objectionsToImages(point.model(), task).forEach(reason -> objections.add(with + reason));
        }
        return objections;
    }

    @Override
    public TrainedModel load(Path directory, Model model, Context context) throws IOException {
        GridFile file = GridFile.read(directory);
        Search search = file.search();
        boolean same = search.keys().equals(grid.keys())
                && search.points().stream()
                        .map(Search.Point::values)
                        .toList()
                        .equals(grid.points().stream().map(Grid.Point::values).toList());
        if (!same) {
            throw new IOException(directory + " is of another grid than the configuration has");
        }
        Grid.Point best = grid.points().get(search.best());
        return new GridModel(
                best.chosen().load(directory.resolve(GridModel.BEST), best.model(), context), search, file.seconds());
    }

    /** The settings of the points, which tell one grid from another. */
    @Override
    public String toString() {
        return grid.description() + " " + grid.points().get(0).chosen();
    }
}

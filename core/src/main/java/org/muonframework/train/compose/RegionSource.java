package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;

/**
 * One model for each region of a variable.
 *
 * @param regions the regions
 * @param parts makes the trainer of each region's model
 */
public record RegionSource(Regions regions, TrainerSource parts) implements TrainerSource {

    @Override
    public Trainer create(Context context) {
        return new RegionTrainer(regions, parts, context);
    }

    @Override
    public List<String> columns(Model model) {
        return parts.columns(model);
    }

    @Override
    public List<Image> images(Model model, Task task) {
        return parts.images(model, task);
    }

    @Override
    public List<String> objectionsToImages(Model model, Task task) {
        return parts.objectionsToImages(model, task);
    }

    @Override
    public TrainedModel load(Path directory, Model model, Context context) throws IOException {
        RegionFile file = RegionFile.read(directory);
        if (!file.regions().equals(regions)) {
            throw new IOException(directory + " is of other regions than the configuration has: " + file.regions()
                    + ", expected " + regions);
        }
        List<TrainedModel> models = new ArrayList<>();
        try {
            for (int region = 0; region < regions.count(); region++) {
                models.add(parts.load(directory.resolve(RegionModel.directory(region)), model, part(context, region)));
            }
        } catch (IOException | RuntimeException e) {
            models.forEach(TrainedModel::close);
            throw e;
        }
        return new RegionModel(regions, file.task(), models);
    }

    /** What the training of one region is offered: random numbers of its own. */
    static Context part(Context context, int region) {
        return PartOfHost.seeded(context, "region", region);
    }
}

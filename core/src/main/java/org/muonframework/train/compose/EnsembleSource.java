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
 * The mean of several models of one kind.
 *
 * @param members how they are made
 * @param parts makes the trainer of each
 */
public record EnsembleSource(Members members, TrainerSource parts) implements TrainerSource {

    @Override
    public Trainer create(Context context) {
        return new EnsembleTrainer(members, parts, context);
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
        EnsembleFile file = EnsembleFile.read(directory);
        if (!file.settings().equals(members)) {
            throw new IOException(directory + " is of another ensemble than the configuration has: " + file.settings()
                    + ", expected " + members);
        }
        List<TrainedModel> models = new ArrayList<>();
        try {
            for (int member = 0; member < members.size(); member++) {
                Path own = directory.resolve(EnsembleModel.directory(member));
                models.add(parts.load(own, model, part(context, member)));
            }
        } catch (IOException | RuntimeException e) {
            models.forEach(TrainedModel::close);
            throw e;
        }
        return new EnsembleModel(members, file.ensemble(), models);
    }

    /** What the training of one member is offered: random numbers of its own. */
    static PartOfHost part(Context context, int member) {
        return PartOfHost.seeded(context, "ensemble member", member);
    }
}

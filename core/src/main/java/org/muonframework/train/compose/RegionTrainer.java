package org.muonframework.train.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;

/**
 * Trains one model for each region of a variable, one after the other, each on the rows of its region and with random
 * numbers of its own. The variable is one of the features of the whole; models see it only where it is among theirs.
 */
final class RegionTrainer implements Trainer {

    private final Regions regions;
    private final TrainerSource parts;
    private final Context context;

    RegionTrainer(Regions regions, TrainerSource parts, Context context) {
        this.regions = regions;
        this.parts = parts;
        this.context = context;
    }

    @Override
    public Optional<String> objection(Model model) {
        return parts.create(context).objection(model);
    }

    @Override
    public boolean concurrent(Model model) {
        return parts.create(context).concurrent(model);
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException if a row belongs to no region, or a region has nothing to learn from
     */
    @Override
    public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
        List<TrainingData> divided = divide(data);
        FinishedParts finished = new FinishedParts(parts, model, context.log());
        List<TrainedModel> models = new ArrayList<>();
        try {
            for (int region = 0; region < regions.count(); region++) {
                String what = "region " + (region + 1) + " of " + regions.count() + " (" + regions.label(region) + ")";
                Context host = RegionSource.part(context, region);
                PartOfTraining part = PartOfTraining.of(
                        training, RegionModel.directory(region), what + ": ", region, regions.count());
                models.add(finished.trained(host, divided.get(region), part));
            }
        } catch (RuntimeException e) {
            models.forEach(TrainedModel::close);
            throw e;
        }
        return new RegionModel(regions, data.task(), models);
    }

    private List<TrainingData> divide(TrainingData data) {
        Task task = data.task();
        int route = task.features().indexOf(regions.variable());
        int inputs = task.features().size() - (regions.input() ? 0 : 1);
        Task own = task.withFeatures(task.features().subList(0, inputs));
        int[] training = regionOfRow(data.training(), route, "training");
        int[] validation = regionOfRow(data.validation(), route, "validation");
        List<TrainingData> divided = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int region = 0; region < regions.count(); region++) {
            int wanted = region;
            TrainingData some = new TrainingData(
                    own,
                    RowPick.where(training.length, row -> training[row] == wanted)
                            .of(data.training(), inputs),
                    RowPick.where(validation.length, row -> validation[row] == wanted)
                            .of(data.validation(), inputs),
                    data.fraction());
            Trainable.objection(some)
                    .ifPresent(reason -> problems.add(new Problem(
                            "regions",
                            "the region " + regions.label(wanted) + " cannot be learned: " + reason
                                    + "; expected other 'edges'")));
            divided.add(some);
        }
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        return divided;
    }

    private int[] regionOfRow(Rows rows, int route, String part) {
        float[] values = rows.features()[route];
        for (int row = 0; row < values.length; row++) {
            if (Float.isNaN(values[row])) {
                throw new DataException(
                        part + " row " + row,
                        "'" + regions.variable() + "' is not a number: the row belongs to no region");
            }
        }
        return regions.of(values);
    }
}

package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.Fingerprint;
import org.muonframework.train.neural.data.ColumnMap;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.RowChecks;
import org.muonframework.train.neural.data.Scales;
import org.muonframework.train.neural.store.ModelJson;

/**
 * Trains neural networks.
 *
 * <p>The same seed, settings, data, engine and number of engine threads give the same bits, also when a training was
 * interrupted and continued. An engine does not bear two trainings at once in one process.
 */
final class NeuralTrainer implements Trainer {

    private final NeuralSettings settings;
    private final Context host;

    NeuralTrainer(NeuralSettings settings, Context host) {
        this.settings = settings;
        this.host = host;
    }

    @Override
    public Optional<String> objection(Model model) {
        if (!(model instanceof NeuralModel neural)) {
            return Optional.of("needs a neural network, not a model of the family '" + model.family() + "'");
        }
        return TrainingPaths.objection(settings, neural.architecture());
    }

    @Override
    public TrainedModel train(Model model, TrainingData data, TrainingContext context) {
        Architecture architecture = ((NeuralModel) model).architecture();
        ColumnMap map = ColumnMap.of(architecture, data.task());
        RowChecks.check(data.training(), "training", data.task());
        RowChecks.check(data.validation(), "validation", data.task());
        LossChecks.check(architecture, data.training(), "training");
        LossChecks.check(architecture, data.validation(), "validation");
        Scales scales = Scales.fit(architecture, map, data.training());
        OrderedRows training = OrderedRows.of(data.training(), map, scales);
        OrderedRows validation = OrderedRows.of(data.validation(), map, scales);
        String description =
                ModelJson.write(architecture) + settings + " " + host.random().seed();
        List<Stage> stages = Stage.of(settings, architecture, host.random());
        List<StageCourse> courses = new ArrayList<>();
        for (int i = 0; i < stages.size() && courses.stream().noneMatch(StageCourse::diverged); i++) {
            Stage stage = stages.get(i);
            Optional<StageCourse> before = courses.stream().findFirst();
            int after = stages.subList(i + 1, stages.size()).stream()
                    .mapToInt(next -> next.settings().epochs())
                    .sum();
            TrainingContext surroundings = new StageContext(
                    context, stage.prefix(), before.map(course -> course.epochs().size()).orElse(0), after);
            Objective objective = new Objective(
                    stage.architecture(), map, training.columns(), (long) training.size() + validation.size());
            try (Learner learner = TrainingPaths.learner(stage, objective, training, validation, host)) {
                host.log().info("{}training {} on {}", stage.prefix(), model.summary(), learner.name());
                Optional<CheckpointStore> checkpoints = context.checkpoint()
                        .map(directory -> new CheckpointStore(
                                directory,
                                stage.file(),
                                Fingerprint.of(description + " " + learner.name(), data),
                                host.log()));
                courses.add(new TrainingSession(
                                learner, stage, objective, training.size(), before, surroundings, checkpoints, host.log())
                        .run());
            }
        }
        StageCourse last = courses.get(courses.size() - 1);
        return new TrainedNetwork(
                NetworkDescription.of(data.task(), architecture, scales, courses),
                architecture,
                last.parameters(),
                host);
    }
}

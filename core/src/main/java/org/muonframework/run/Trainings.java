package org.muonframework.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muonframework.data.FoldPlan;
import org.muonframework.data.PreparationPlan;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.files.AtomicFile;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.assemble.TrainerChain;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.compose.TrainerSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains models, one after the other; what an earlier part of the same run has trained is taken as it is. */
final class Trainings {

    private static final Logger LOG = LoggerFactory.getLogger(Trainings.class);

    private final Assembly assembly;
    private final Reweights reweights;
    private final RunOptions options;
    private final RunDirectory directory;
    private final RunListener listener;
    private final Cancellation cancellation;

    Trainings(
            Assembly assembly,
            Reweights reweights,
            RunOptions options,
            RunDirectory directory,
            RunListener listener,
            Cancellation cancellation) {
        this.assembly = assembly;
        this.reweights = reweights;
        this.options = options;
        this.directory = directory;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** The model of the one split. */
    TrainedModel trained(AssembledModel model, PreparedData data) {
        String name = model.plan().name();
        RandomStreams random = new RandomStreams(assembly.plan().settings().seed());
        return trained(
                model, 0, "", directory.model(name), directory.checkpoint(name), random, model.trainer(), () -> data);
    }

    /**
     * The model of one fold, with random numbers of its own.
     *
     * @param data what it is trained on; asked for only if it is not trained yet
     */
    TrainedModel trained(AssembledModel model, int fold, Supplier<PreparedData> data) {
        String name = model.plan().name();
        RandomStreams random =
                new RandomStreams(new RandomStreams(assembly.plan().settings().seed()).derive("fold", fold));
        return trained(
                model,
                fold,
                "fold " + fold + ", ",
                directory.model(name, fold),
                directory.checkpoint(name, fold),
                random,
                source(model, random).create(context(model, random)),
                data);
    }

    private TrainedModel trained(
            AssembledModel model,
            int fold,
            String which,
            Path target,
            Path checkpoint,
            RandomStreams random,
            Trainer trainer,
            Supplier<PreparedData> data) {
        String name = model.plan().name();
        if (Files.isDirectory(target)) {
            LOG.info("{}: {}taken from {}", name, which, target);
            return ModelFiles.load(source(model, random), target, model.model(), context(model, random));
        }
        listener.stage(
                "training " + name,
                which + model.model().family() + ", " + model.model().summary());
        PreparedData prepared = new TrainedRows(assembly).of(model, data.get());
        TrainingData training = new TrainingData(
                model.task(),
                rows(model, fold, prepared.training()),
                rows(model, fold, prepared.validation()),
                fraction());
        TrainedModel trained = trainer.train(model.model(), training, surroundings(checkpoint));
        History history = trained.history();
        LOG.info("{}: {}best {} {} after {} s", name, which, history.step(), history.best() + 1, history.seconds());
        ModelFiles.save(trained, target);
        return trained;
    }

    /** The part of all rows that a model is trained and validated on. */
    private double fraction() {
        PreparationPlan plan = assembly.preparation();
        return plan.folds().map(FoldPlan::trained).orElseGet(plan.split()::trained);
    }

    /** What a model predicts for the rows of a part: {@code [p][row]}. */
    float[][] predict(TrainedModel trained, AssembledModel model, PreparedPart part) {
        return trained.predict(inputs(model, part));
    }

    /** How fast a model scores the rows of a part. */
    ScoringSpeed speed(TrainedModel trained, AssembledModel model, PreparedPart part) {
        return ScoringSpeed.measure(trained, inputs(model, part));
    }

    /** What trains a model and loads it again. */
    private TrainerSource source(AssembledModel model, RandomStreams random) {
        Task seen = assembly.task().withFeatures(model.plan().inputs());
        RunContext context =
                context(model, random).withTask(seen, assembly.columns().columns());
        return TrainerChain.of(model.plan(), context);
    }

    private RunContext context(AssembledModel model, RandomStreams random) {
        return new RunContext(
                random,
                options.threads(),
                options.directory(),
                LoggerFactory.getLogger(
                        "service." + model.plan().trainer().service().name()));
    }

    private TrainingContext surroundings(Path checkpoint) {
        try {
            Files.createDirectories(checkpoint);
        } catch (IOException e) {
            throw AtomicFile.unwritable(checkpoint, e);
        }
        return new TrainingContext() {

            @Override
            public Optional<Path> checkpoint() {
                return Optional.of(checkpoint);
            }

            @Override
            public boolean cancelled() {
                return cancellation.requested();
            }

            @Override
            public void progress(int step, int steps, String message) {
                listener.progress(step, steps, message);
            }
        };
    }

    private Rows rows(AssembledModel model, int fold, PreparedPart part) {
        Rows all = part.rows();
        Map<String, double[]> columns =
                model.columns().stream().collect(Collectors.toMap(Function.identity(), part.columns()::get));
        return new Rows(
                features(model, part),
                all.labels(),
                all.targets(),
                reweights.weights(model, fold, part),
                columns,
                all.events(),
                images(model, part));
    }

    private Features inputs(AssembledModel model, PreparedPart part) {
        return new Features(features(model, part), part.size(), images(model, part));
    }

    /** The images of a model out of all; they are shared. */
    List<SparseImages> images(AssembledModel model, PreparedPart part) {
        return model.task().images().stream()
                .map(image -> part.images().get(assembly.task().images().indexOf(image)))
                .toList();
    }

    /** The features of a model out of those of all models: {@code [f][row]}; the columns are shared. */
    float[][] features(AssembledModel model, PreparedPart part) {
        List<String> all = assembly.task().features();
        return model.task().features().stream()
                .map(name -> part.features()[all.indexOf(name)])
                .toArray(float[][]::new);
    }
}

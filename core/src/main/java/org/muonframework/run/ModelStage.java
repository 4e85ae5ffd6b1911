package org.muonframework.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains one model after the other, predicts every part and lets the metrics judge. */
final class ModelStage {

    private static final Logger LOG = LoggerFactory.getLogger(ModelStage.class);

    private final Assembly assembly;
    private final PreparedData data;
    private final RunOptions options;
    private final RunDirectory directory;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final List<String> failures;

    ModelStage(
            Assembly assembly,
            PreparedData data,
            RunOptions options,
            RunDirectory directory,
            RunListener listener,
            Cancellation cancellation,
            List<String> failures) {
        this.assembly = assembly;
        this.data = data;
        this.options = options;
        this.directory = directory;
        this.listener = listener;
        this.cancellation = cancellation;
        this.failures = failures;
    }

    ModelResult run(AssembledModel model, Predictions predictions) {
        return model.plan().trainer().service().plugin().call(() -> {
            try (TrainedModel trained = trained(model)) {
                listener.stage("evaluating " + model.plan().name());
                List<Sample> samples = new ArrayList<>();
                for (PreparedPart part : data.parts()) {
                    cancellation.check();
                    float[][] predicted = trained.predict(new Features(features(model, part), part.size()));
                    predictions.add(prefix(model), model.task().predictions(), part.part(), predicted);
                    samples.add(part.sample(predicted));
                }
                Evaluation evaluation = new Evaluation(
                        model.plan().name(),
                        model.task(),
                        trained.history(),
                        samples,
                        data.part(Part.TEST).isPresent() ? Part.TEST : Part.VALIDATION,
                        data.columns());
                return new ModelResult(
                        model, trained.history(), trained.parameters(), judge(model, trained, evaluation));
            }
        });
    }

    private String prefix(AssembledModel model) {
        return assembly.models().size() > 1 ? model.plan().name() + "_" : "";
    }

    /** Trains, or takes what an earlier part of the same run has trained. */
    private TrainedModel trained(AssembledModel model) {
        Path target = directory.model(model.plan().name());
        if (Files.isDirectory(target)) {
            LOG.info("{}: taken from {}", model.plan().name(), target);
            return ModelFiles.load(model.plan().trainer(), target, context(model));
        }
        listener.stage("training " + model.plan().name() + " (" + model.model().family() + ", "
                + model.model().summary() + ")");
        TrainingData training =
                new TrainingData(model.task(), rows(model, data.training()), rows(model, data.validation()));
        TrainedModel trained = model.trainer().train(model.model(), training, trainingContext(model));
        History history = trained.history();
        LOG.info(
                "{}: best {} {} after {} s",
                model.plan().name(),
                history.step(),
                history.best() + 1,
                history.seconds());
        ModelFiles.save(trained, target);
        return trained;
    }

    private RunContext context(AssembledModel model) {
        return new RunContext(
                new RandomStreams(assembly.plan().settings().seed()),
                options.threads(),
                options.directory(),
                LoggerFactory.getLogger(
                        "service." + model.plan().trainer().service().name()));
    }

    private TrainingContext trainingContext(AssembledModel model) {
        Path checkpoint = directory.checkpoint(model.plan().name());
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

    private List<ModelResult.NamedResult> judge(AssembledModel model, TrainedModel trained, Evaluation evaluation) {
        List<ModelResult.NamedResult> results = new ArrayList<>();
        for (AssembledMetric metric : assembly.metrics()) {
            cancellation.check();
            String name = metric.plan().service().name();
            try {
                MetricResult result =
                        metric.plan().service().call(provider -> metric.metric().evaluate(evaluation));
                results.add(new ModelResult.NamedResult(name, result));
            } catch (RuntimeException e) {
                LOG.error("metric {} of {} failed", name, model.plan().name(), e);
                failures.add("metric '" + name + "' of model '" + model.plan().name() + "' failed: " + e);
            }
        }
        results.add(new ModelResult.NamedResult("training", facts(trained)));
        return results;
    }

    /** What the training itself knows. */
    private static MetricResult facts(TrainedModel trained) {
        List<MetricValue> values = new ArrayList<>();
        trained.parameters()
                .ifPresent(count -> values.add(MetricValue.of("parameters", Part.TRAINING, (double) count)));
        values.add(MetricValue.of(
                "training-rows-per-second", Part.TRAINING, trained.history().rowsPerSecond()));
        values.add(MetricValue.of(
                        "training-seconds", Part.TRAINING, trained.history().seconds())
                .in("s"));
        return MetricResult.of(values, List.of());
    }

    private Rows rows(AssembledModel model, PreparedPart part) {
        Rows all = part.rows();
        return new Rows(features(model, part), all.labels(), all.targets(), all.weights());
    }

    private float[][] features(AssembledModel model, PreparedPart part) {
        List<String> all = data.task().features();
        return model.task().features().stream()
                .map(name -> part.features()[all.indexOf(name)])
                .toArray(float[][]::new);
    }
}

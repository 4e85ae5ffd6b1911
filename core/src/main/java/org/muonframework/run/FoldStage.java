package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.muonframework.data.FoldedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.TrainedModel;

/**
 * Trains each model once for every fold, one after the other, and predicts every row twice: by the model that saw its
 * event neither in training nor in validation, which makes up the test sample, and by one that was trained on it, which
 * makes up the training sample.
 */
final class FoldStage implements ModelStage {

    private final FoldedData data;
    private final Trainings trainings;
    private final Judge judge;
    private final RunListener listener;
    private final Cancellation cancellation;

    FoldStage(FoldedData data, Trainings trainings, Judge judge, RunListener listener, Cancellation cancellation) {
        this.data = data;
        this.trainings = trainings;
        this.judge = judge;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    @Override
    public ModelResult run(AssembledModel model, Predictions predictions) {
        return model.plan().trainer().service().plugin().call(() -> {
            int outputs = model.task().predictions().size();
            float[][] unseen = new float[outputs][data.rows().size()];
            float[][] seen = new float[outputs][data.rows().size()];
            float[][] features =
                    new float[model.task().features().size()][data.rows().size()];
            List<History> histories = new ArrayList<>();
            List<OptionalLong> parameters = new ArrayList<>();
            List<ScoringSpeed> speeds = new ArrayList<>();
            TrainingFindings findings = new TrainingFindings();
            for (int fold = 0; fold < data.folds().count(); fold++) {
                cancellation.check();
                int number = fold;
                try (TrainedModel trained = trainings.trained(model, fold, () -> data.training(number))) {
                    listener.stage("predicting with " + model.plan().name(), "fold " + fold);
                    PreparedPart own = data.asSeenBy(fold, fold);
                    scatter(trainings.features(model, own), fold, features);
                    scatter(trainings.predict(trained, model, own), fold, unseen);
                    int shown = data.folds().shownBy(fold);
                    scatter(trainings.predict(trained, model, data.asSeenBy(fold, shown)), shown, seen);
                    histories.add(trained.history());
                    parameters.add(trained.parameters());
                    findings.add(trained);
                    if (fold == 0) {
                        speeds.add(trainings.speed(trained, model, own));
                    }
                }
            }
            listener.stage("evaluating " + model.plan().name());
            predictions.add(model, data.rows().part(), unseen);
            List<Image> images = data.task().images();
            Sample training = data.rows().sample(Part.TRAINING, features, images, seen);
            Sample test = data.rows().sample(features, images, unseen);
            return result(model, histories, agreed(parameters), speeds.get(0), training, test)
                    .with(findings.results());
        });
    }

    /** Puts columns of the rows of a fold to their places among all rows. */
    private void scatter(float[][] columns, int fold, float[][] into) {
        int[] rows = data.rowsOf(fold);
        for (int c = 0; c < into.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                into[c][rows[i]] = columns[c][i];
            }
        }
    }

    private ModelResult result(
            AssembledModel model,
            List<History> histories,
            OptionalLong parameters,
            ScoringSpeed speed,
            Sample training,
            Sample test) {
        History mean = FoldHistory.mean(histories);
        List<ModelResult.NamedResult> results = new ArrayList<>();
        try (RoutedReprediction reprediction = reprediction(model)) {
            results.addAll(judge.judge(
                    evaluation(model, mean, List.of(training, test), Optional.of(reprediction)), parameters, speed));
        }
        for (int fold = 0; fold < histories.size(); fold++) {
            List<Sample> some = List.of(data.sampleOf(fold, test));
            results.addAll(judge.judgeFold(fold, evaluation(model, histories.get(fold), some, Optional.empty())));
        }
        return ModelResult.of(model, mean, parameters, results);
    }

    private RoutedReprediction reprediction(AssembledModel model) {
        return new RoutedReprediction(
                data.foldOfRow(),
                trainings.images(model, data.rows()),
                data.folds().count(),
                model.task().predictions().size(),
                fold -> trainings.trained(model, fold, () -> data.training(fold)));
    }

    private Evaluation evaluation(
            AssembledModel model, History history, List<Sample> samples, Optional<Reprediction> reprediction) {
        return new Evaluation(
                model.plan().name(), model.task(), history, samples, Part.TEST, data.columns(), reprediction);
    }

    /** The number of parameters, where all models have the same. */
    private static OptionalLong agreed(List<OptionalLong> parameters) {
        return parameters.stream().distinct().count() == 1 ? parameters.get(0) : OptionalLong.empty();
    }
}

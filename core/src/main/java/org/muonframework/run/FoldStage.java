package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.muonframework.data.FoldedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
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
            List<History> histories = new ArrayList<>();
            List<OptionalLong> parameters = new ArrayList<>();
            for (int fold = 0; fold < data.folds().count(); fold++) {
                cancellation.check();
                int number = fold;
                try (TrainedModel trained = trainings.trained(model, fold, () -> data.training(number))) {
                    predict(trained, model, fold, fold, unseen);
                    predict(trained, model, fold, data.folds().shownBy(fold), seen);
                    histories.add(trained.history());
                    parameters.add(trained.parameters());
                }
            }
            listener.stage("evaluating " + model.plan().name());
            predictions.add(model, data.rows().part(), unseen);
            return result(model, histories, agreed(parameters), seen, unseen);
        });
    }

    private void predict(TrainedModel trained, AssembledModel model, int number, int fold, float[][] into) {
        PreparedPart part = data.asSeenBy(number, fold);
        float[][] predicted = trainings.predict(trained, model, part);
        int[] rows = data.rowsOf(fold);
        for (int p = 0; p < into.length; p++) {
            for (int i = 0; i < rows.length; i++) {
                into[p][rows[i]] = predicted[p][i];
            }
        }
    }

    private ModelResult result(
            AssembledModel model, List<History> histories, OptionalLong parameters, float[][] seen, float[][] unseen) {
        History mean = FoldHistory.mean(histories);
        Sample test = data.rows().sample(unseen);
        Sample training = data.rows().sample(Part.TRAINING, seen);
        List<ModelResult.NamedResult> results =
                new ArrayList<>(judge.judge(evaluation(model, mean, List.of(training, test)), parameters));
        for (int fold = 0; fold < histories.size(); fold++) {
            Sample some = data.sampleOf(fold, test);
            results.addAll(judge.judgeFold(fold, evaluation(model, histories.get(fold), List.of(some))));
        }
        return new ModelResult(model, mean, parameters, results);
    }

    private Evaluation evaluation(AssembledModel model, History history, List<Sample> samples) {
        return new Evaluation(model.plan().name(), model.task(), history, samples, Part.TEST, data.columns());
    }

    /** The number of parameters, where all models have the same. */
    private static OptionalLong agreed(List<OptionalLong> parameters) {
        return parameters.stream().distinct().count() == 1 ? parameters.get(0) : OptionalLong.empty();
    }
}

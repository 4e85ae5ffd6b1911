package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;

/** Trains each model once, on the training part of the split, and predicts every part. */
final class SplitStage implements ModelStage {

    private final PreparedData data;
    private final Trainings trainings;
    private final Judge judge;
    private final RunListener listener;
    private final Cancellation cancellation;

    SplitStage(PreparedData data, Trainings trainings, Judge judge, RunListener listener, Cancellation cancellation) {
        this.data = data;
        this.trainings = trainings;
        this.judge = judge;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    @Override
    public ModelResult run(AssembledModel model, Predictions predictions) {
        return model.plan().trainer().service().plugin().call(() -> {
            try (TrainedModel trained = trainings.trained(model, data)) {
                listener.stage("predicting with " + model.plan().name());
                List<Sample> samples = new ArrayList<>();
                for (PreparedPart part : data.parts()) {
                    cancellation.check();
                    float[][] predicted = trainings.predict(trained, model, part);
                    predictions.add(model, part.part(), predicted);
                    samples.add(part.sample(
                            trainings.features(model, part), data.task().images(), predicted));
                }
                PreparedPart evaluated = data.part(data.evaluated()).orElseThrow();
                List<SparseImages> images = trainings.images(model, evaluated);
                ScoringSpeed speed = trainings.speed(trained, model, evaluated);
                listener.stage("evaluating " + model.plan().name());
                Evaluation evaluation = new Evaluation(
                        model.plan().name(),
                        model.task(),
                        trained.history(),
                        samples,
                        evaluated.part(),
                        data.columns(),
                        Optional.of(new OneModel(trained, images)));
                TrainingFindings findings = new TrainingFindings();
                findings.add(trained);
                return ModelResult.of(
                                model,
                                trained.history(),
                                trained.parameters(),
                                judge.judge(evaluation, trained.parameters(), speed))
                        .with(findings.results());
            }
        });
    }

    /** Predicts all rows by one model, with the images that they have. */
    private record OneModel(TrainedModel trained, List<SparseImages> images) implements Reprediction {

        @Override
        public float[][] predict(int[] rows, float[][] features) {
            List<SparseImages> hits =
                    images.stream().map(image -> image.pick(rows)).toList();
            return trained.predict(new Features(features, rows.length, hits));
        }

        @Override
        public Optional<RowGenerator> generator() {
            return trained.generator();
        }
    }
}

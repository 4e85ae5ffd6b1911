package org.muonframework.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.data.FoldedData;
import org.muonframework.data.Prepared;
import org.muonframework.data.PreparedData;
import org.muonframework.data.UnseenData;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.AssembledVariation;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.problem.UserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the trained models on other simulations, one after the other, once all models are trained. Of a variation only
 * rows are judged whose event no model was trained on (nor, where there is a test part, validated on), since a systematic
 * variation mostly holds the same events: those of the evaluated part, with folds all rows, each by the model of its fold.
 *
 * <p>A variation that cannot be read does not take down what was trained for long, nor a model that fails the others.
 */
final class VariationStage {

    private static final Logger LOG = LoggerFactory.getLogger(VariationStage.class);

    private final Assembly assembly;
    private final Prepared nominal;
    private final DataReading reading;
    private final Trainings trainings;
    private final Judge judge;
    private final RunListener listener;
    private final Cancellation cancellation;

    /**
     * For an analysis whose models are trained.
     *
     * @param nominal the rows of the analysis itself
     * @param trainings gives the trained models
     */
    VariationStage(
            Assembly assembly,
            Prepared nominal,
            DataReading reading,
            Trainings trainings,
            Judge judge,
            RunListener listener,
            Cancellation cancellation) {
        this.assembly = assembly;
        this.nominal = nominal;
        this.reading = reading;
        this.trainings = trainings;
        this.judge = judge;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /**
     * Judges all models on all variations.
     *
     * @param models what was found on the nominal sample
     * @param predictions what the models predict there
     * @param failures takes what the user must know of variations that could not be read, and of models that failed
     */
    List<VariationResult> run(List<ModelResult> models, Predictions predictions, List<String> failures) {
        List<VariationResult> results = new ArrayList<>();
        for (AssembledVariation variation : assembly.variations()) {
            cancellation.check();
            attempt(
                    "variation '" + variation.name() + "'",
                    failures,
                    () -> results.add(judged(variation, models, predictions, failures)));
        }
        return results;
    }

    private static void attempt(String what, List<String> failures, Runnable work) {
        try {
            work.run();
        } catch (RunCancelledException e) {
            throw e;
        } catch (UserException e) {
            failures.add(what + " was not judged: " + e.getMessage());
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            LOG.error("{} was not judged", what, e);
            failures.add(what + " was not judged: " + e);
        }
    }

    private VariationResult judged(
            AssembledVariation variation, List<ModelResult> models, Predictions predictions, List<String> failures) {
        UnseenData unseen = reading.readVariation(variation, nominal, listener, cancellation);
        unseen.steps()
                .forEach(step -> LOG.info(
                        "{}, {}: {} rows, sum of weights {}",
                        variation.name(),
                        step.step(),
                        step.rows(),
                        step.sumOfWeights()));
        unseen.clipped().forEach(count -> LOG.info("{}, feature {}", variation.name(), count.text()));
        Map<String, String> inputs = new TreeMap<>();
        variation.dataset().files().forEach(file -> inputs.put(file.toString(), FileHashes.sha256(file)));
        Map<String, List<ModelResult.NamedResult>> found = new LinkedHashMap<>();
        for (ModelResult model : models) {
            cancellation.check();
            listener.stage("judging " + model.name() + " on the variation " + variation.name());
            attempt(
                    "variation '" + variation.name() + "', model '" + model.name() + "'",
                    failures,
                    () -> found.put(model.name(), judged(variation, unseen, model, predictions)));
        }
        return new VariationResult(
                variation.name(),
                variation.plan().dataset().service().name(),
                inputs,
                unseen.steps(),
                unseen.weights(),
                VariationWarnings.of(variation, unseen),
                found);
    }

    private List<ModelResult.NamedResult> judged(
            AssembledVariation variation, UnseenData unseen, ModelResult result, Predictions predictions) {
        AssembledModel model = result.assembled().orElseThrow();
        return model.plan().trainer().service().plugin().call(() -> {
            try (RoutedReprediction reprediction = trained(model, unseen)) {
                float[][] features = trainings.features(model, unseen.rows());
                int[] all = IntStream.range(0, unseen.rows().size()).toArray();
                Sample sample =
                        unseen.rows().sample(features, assembly.task().images(), reprediction.predict(all, features));
                Evaluation evaluation = nominal(result, model, predictions).varied(sample, Optional.of(reprediction));
                return judge.judgeVariation(variation.name(), evaluation);
            }
        });
    }

    /** The trained model, or that of each fold, as it was saved. */
    private RoutedReprediction trained(AssembledModel model, UnseenData unseen) {
        int outputs = model.task().predictions().size();
        return nominal instanceof FoldedData folded
                ? new RoutedReprediction(
                        unseen.models(),
                        trainings.images(model, unseen.rows()),
                        folded.folds().count(),
                        outputs,
                        fold -> trainings.trained(model, fold, () -> folded.training(fold)))
                : new RoutedReprediction(
                        unseen.models(),
                        trainings.images(model, unseen.rows()),
                        1,
                        outputs,
                        only -> trainings.trained(model, (PreparedData) nominal));
    }

    /** The nominal sample: the evaluated part, and the validation part if there is one. */
    private Evaluation nominal(ModelResult result, AssembledModel model, Predictions predictions) {
        List<Sample> samples = Stream.of(Part.VALIDATION, nominal.evaluated())
                .distinct()
                .flatMap(part -> predictions.sample(model, part).stream())
                .toList();
        return new Evaluation(
                model.plan().name(), model.task(), result.history(), samples, nominal.evaluated(), nominal.columns());
    }
}

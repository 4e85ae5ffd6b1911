package org.muonframework.train.trees;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.ConfigContext;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.TreeModel;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.Fingerprint;

/** Trains a {@link TreeModel}. */
final class BoostedTreesTrainer implements Trainer {

    private final BoostedTreesSettings settings;
    private final Context context;
    private final Schedule schedule;

    BoostedTreesTrainer(BoostedTreesSettings settings, Context context, Schedule schedule) {
        this.settings = settings;
        this.context = context;
        this.schedule = schedule;
    }

    @Override
    public Optional<String> objection(Model model) {
        if (!(model instanceof TreeModel trees)) {
            return Optional.of("needs boosted trees, not a model of the family '" + model.family() + "'");
        }
        return trees.task().features().isEmpty()
                ? Optional.of("needs features, and there are none: boosted trees learn nothing from images")
                : Optional.empty();
    }

    @Override
    public boolean concurrent(Model model) {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigurationException if XGBoost refuses a parameter, or a weight is negative
     * @throws org.muonframework.spi.problem.DataException if a value is infinite or a loss is not a number
     */
    @Override
    @SuppressWarnings("try") // Closing is all that the first two resources are for.
    public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
        Map<String, String> parameters = ((TreeModel) model).parameters();
        BoosterParameters.check(parameters);
        refuseNegative(data.training(), "training");
        refuseNegative(data.validation(), "validation");
        List<Output> outputs = Output.of(data.task(), data.training());
        int seed = (int) (context.random().derive("boosted-trees", 0) >>> 33);
        try (ContextLoader loader = new ContextLoader();
                ConfigContext quiet = new ConfigContext(Map.of("verbosity", 0));
                Boosting boosting = new Boosting(
                        outputs,
                        output -> BoosterParameters.of(settings, parameters, output, seed, context.threads()),
                        data)) {
            Course course = new Course(settings, data.task().classifies());
            RoundLoop loop = new RoundLoop(boosting, course, training, plan(parameters, data, training), context.log());
            loop.run();
            return trained(boosting, course, loop.seconds(), outputs, parameters, data);
        } catch (XGBoostError e) {
            throw new ConfigurationException("boosted-trees", "XGBoost refuses: " + NativeFailure.reason(e));
        }
    }

    private static void refuseNegative(Rows rows, String part) {
        int count = 0;
        for (float weight : rows.weights()) {
            count += weight < 0 ? 1 : 0;
        }
        if (count > 0) {
            throw new ConfigurationException(
                    "weights.negative",
                    count + " of " + rows.size() + " " + part
                            + " weights are negative, which boosted trees cannot fit; expected"
                            + " 'weights.negative = zero-in-training' or 'weights.negative = absolute'");
        }
    }

    private RoundLoop.Plan plan(Map<String, String> parameters, TrainingData data, TrainingContext training) {
        return new RoundLoop.Plan(
                settings.rounds(),
                data.training().size(),
                BoosterParameters.sampled(settings, parameters),
                schedule,
                training.checkpoint()
                        .map(any -> Fingerprint.of(
                                settings + " " + parameters + " "
                                        + context.random().seed(),
                                data))
                        .orElse(""));
    }

    private TrainedModel trained(
            Boosting boosting,
            Course course,
            double seconds,
            List<Output> outputs,
            Map<String, String> parameters,
            TrainingData data)
            throws XGBoostError {
        int rounds = course.best() + 1;
        Map<String, Map<String, Double>> gain = new LinkedHashMap<>();
        List<Booster> boosters = boosting.boosters();
        for (int o = 0; o < outputs.size(); o++) {
            boosters.get(o).setAttr("best_iteration", String.valueOf(course.best()));
            gain.put(
                    outputs.get(o).file(),
                    Gain.of(boosters.get(o), rounds, data.task().features()));
        }
        ModelRecord record = new ModelRecord(
                "boosted-trees",
                ModelRecord.libraryVersion(),
                data.task().withImages(List.of()),
                settings,
                parameters,
                outputs,
                rounds,
                gain,
                course.history(seconds));
        return new BoostedTrees(record, boosting.release());
    }
}

package org.muonframework.train.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Ensemble;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;

/**
 * Trains the members of an ensemble, each with random numbers of its own. Those that may be trained at once are, each
 * on one thread, so that a member depends on nothing but its number and the seed.
 */
final class EnsembleTrainer implements Trainer {

    private final Members members;
    private final TrainerSource parts;
    private final Context context;

    EnsembleTrainer(Members members, TrainerSource parts, Context context) {
        this.members = members;
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
     * @throws DataException if a member has nothing to learn from, or its training diverged
     */
    @Override
    public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
        MemberRows rows = MemberRows.of(members, data, context.random());
        FinishedParts finished = new FinishedParts(parts, model, context.log());
        EnsembleProgress progress = new EnsembleProgress(members, training);
        boolean concurrent = concurrent(model);
        Map<Integer, TrainedModel> models = new ConcurrentSkipListMap<>();
        List<Runnable> tasks = new ArrayList<>();
        for (int number = 0; number < members.size(); number++) {
            int member = number;
            PartOfHost own = EnsembleSource.part(context, member);
            Context host = concurrent ? own.onOneThread() : own;
            tasks.add(() -> {
                TrainingContext surroundings = progress.of(member);
                if (surroundings.cancelled()) {
                    throw new TrainingCancelledException("stopped before " + members.label(member));
                }
                models.put(member, trained(member, finished, host, rows, surroundings));
                progress.finish(member);
            });
        }
        try {
            Workers.run(tasks, concurrent ? context.threads() : 1, progress::stop);
            return together(List.copyOf(models.values()));
        } catch (RuntimeException e) {
            models.values().forEach(TrainedModel::close);
            throw e;
        }
    }

    private TrainedModel trained(
            int member, FinishedParts finished, Context host, MemberRows rows, TrainingContext surroundings) {
        TrainedModel trained;
        try {
            trained = finished.trained(host, rows.of(member), surroundings);
        } catch (DataException e) {
            throw new DataException("ensemble, " + members.label(member), e.getMessage(), e);
        }
        if (Double.isInfinite(loss(trained))) {
            trained.close();
            throw new DataException(
                    "ensemble, " + members.label(member),
                    "its training diverged: the validation loss is not finite, and the mean with it would be worth"
                            + " nothing; expected a smaller learning rate");
        }
        return trained;
    }

    private EnsembleModel together(List<TrainedModel> models) {
        double[] losses = models.stream().mapToDouble(EnsembleTrainer::loss).toArray();
        Ensemble ensemble = new MemberWeights(members, losses).ensemble();
        context.log().info("ensemble: {}", ensemble.members());
        return new EnsembleModel(members, ensemble, models);
    }

    private static double loss(TrainedModel trained) {
        return trained.history().validationLoss().orElse(Double.NaN);
    }
}

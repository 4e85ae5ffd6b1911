package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.train.neural.optimize.EarlyStopping;
import org.muonframework.train.neural.optimize.Schedule;
import org.muonframework.train.neural.store.Tensor;
import org.slf4j.Logger;

/** One training from its first or next epoch to its last. */
final class TrainingSession {

    private static final double NANO = 1e-9;

    private final Learner learner;
    private final Architecture architecture;
    private final Objective objective;
    private final NeuralSettings settings;
    private final TrainingContext context;
    private final Optional<CheckpointStore> checkpoints;
    private final Logger log;
    private final int rows;
    private final Schedule schedule;
    private final EarlyStopping stopping;
    private final EpochTrainer trainer;
    private final List<EpochResult> epochs = new ArrayList<>();
    private List<Tensor> best = List.of();
    private double secondsBefore;

    TrainingSession(
            Learner learner,
            Architecture architecture,
            Objective objective,
            int rows,
            NeuralSettings settings,
            RandomStreams random,
            TrainingContext context,
            Optional<CheckpointStore> checkpoints,
            Logger log) {
        this.learner = learner;
        this.architecture = architecture;
        this.objective = objective;
        this.settings = settings;
        this.context = context;
        this.checkpoints = checkpoints;
        this.log = log;
        this.rows = rows;
        schedule = Schedule.of(settings.schedule(), settings.optimizer().learningRate(), settings.epochs());
        stopping = new EarlyStopping(settings.earlyStopping());
        trainer = new EpochTrainer(learner, objective, rows, settings, schedule, random);
    }

    /**
     * Trains to the end, from a checkpoint where there is one; the learner then has the parameters to keep.
     *
     * @throws TrainingCancelledException if the user wants to stop; the checkpoint holds the finished epochs
     * @throws DataException if the loss is not finite already in the first epoch
     */
    History run() {
        long start = System.nanoTime();
        checkpoints.flatMap(CheckpointStore::load).ifPresent(this::restore);
        boolean diverged = false;
        while (epochs.size() < settings.epochs() && !stopping.exhausted() && !diverged) {
            diverged = !epoch(start);
        }
        boolean toBest = diverged || settings.earlyStopping().restoreBest();
        if (toBest) {
            learner.restore(best);
        }
        int kept = toBest ? stopping.best() : epochs.size() - 1;
        return Histories.of(epochs, kept, seconds(start), architecture, learner.engine());
    }

    /** Trains an epoch; false if its loss is not finite. */
    private boolean epoch(long start) {
        int number = epochs.size();
        try {
            long begin = System.nanoTime();
            Score training = trainer.train(number, context);
            double rate = rows / ((System.nanoTime() - begin) * NANO);
            Score validation = learner.validate();
            if (!Double.isFinite(validation.loss())) {
                throw new DivergedException("validation");
            }
            finish(new EpochResult(training, validation, trainer.rate(), rate));
        } catch (DivergedException e) {
            explainDivergence(number, e.getMessage());
            return false;
        } catch (TrainingCancelledException e) {
            String kept =
                    checkpoints.isPresent() ? number + " finished epochs are in the checkpoint" : "nothing is kept";
            throw new TrainingCancelledException(e.getMessage() + "; " + kept);
        }
        checkpoints.ifPresent(store -> store.save(new Checkpoint(
                new Checkpoint.State(store.fingerprint(), trainer.steps(), seconds(start), epochs, objective.state()),
                learner.snapshot(),
                best,
                learner.optimizerState())));
        context.progress(number + 1, settings.epochs(), ProgressLine.of(epochs.get(number)));
        return true;
    }

    private void finish(EpochResult result) {
        epochs.add(result);
        schedule.observe(result.validation().loss());
        if (stopping.observe(result.validation().loss())) {
            best = learner.snapshot();
        }
    }

    private void restore(Checkpoint checkpoint) {
        learner.restore(checkpoint.parameters());
        learner.restoreOptimizer(checkpoint.optimizer());
        objective.restore(checkpoint.state().losses());
        trainer.continueAfter(checkpoint.state().steps());
        secondsBefore = checkpoint.state().seconds();
        for (EpochResult result : checkpoint.state().epochs()) {
            epochs.add(result);
            schedule.observe(result.validation().loss());
            stopping.observe(result.validation().loss());
        }
        best = checkpoint.best();
        log.info("continuing after epoch {}", epochs.size());
    }

    private void explainDivergence(int number, String place) {
        if (epochs.isEmpty()) {
            throw new DataException(
                    "epoch 1, " + place,
                    "the loss is not finite: look for features of wild size, or lower optimizer.learning-rate");
        }
        log.warn(
                "epoch {}, {}: the loss is not finite; training ends with the parameters of epoch {}",
                number + 1,
                place,
                stopping.best() + 1);
    }

    private double seconds(long start) {
        return secondsBefore + (System.nanoTime() - start) * NANO;
    }
}

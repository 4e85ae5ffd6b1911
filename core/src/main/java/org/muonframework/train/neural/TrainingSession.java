package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.train.neural.data.EpochRows;
import org.muonframework.train.neural.optimize.EarlyStopping;
import org.muonframework.train.neural.optimize.Schedule;
import org.muonframework.train.neural.store.Tensor;
import org.slf4j.Logger;

/** One stage of a training from its first or next epoch to its last. */
final class TrainingSession {

    private static final double NANO = 1e-9;

    private final Learner learner;
    private final Stage stage;
    private final Objective objective;
    private final Optional<StageCourse> before;
    private final TrainingContext context;
    private final Optional<CheckpointStore> checkpoints;
    private final Logger log;
    private final int rows;
    private final Schedule schedule;
    private final EarlyStopping stopping;
    private final EpochTrainer trainer;
    private final List<EpochResult> epochs = new ArrayList<>();
    private List<Tensor> best;
    private double secondsBefore;

    /**
     * Gets ready.
     *
     * @param before the stage whose parameters it starts from, if there is one
     * @param context is told the epochs of this stage alone
     */
    TrainingSession(
            Learner learner,
            Stage stage,
            Objective objective,
            EpochRows rows,
            Optional<StageCourse> before,
            TrainingContext context,
            Optional<CheckpointStore> checkpoints,
            Logger log) {
        this.learner = learner;
        this.stage = stage;
        this.objective = objective;
        this.before = before;
        this.context = context;
        this.checkpoints = checkpoints;
        this.log = log;
        this.rows = rows.size();
        NeuralSettings settings = stage.settings();
        schedule = Schedule.of(settings.schedule(), settings.optimizer().learningRate(), settings.epochs());
        stopping = new EarlyStopping(settings.earlyStopping());
        trainer = new EpochTrainer(learner, objective, rows, settings, schedule, stage.random());
        best = before.map(StageCourse::parameters).orElse(List.of());
    }

    /**
     * Trains to the end, from a checkpoint where there is one; the learner then has the parameters to keep.
     *
     * @throws TrainingCancelledException if the user wants to stop; the checkpoint holds the finished epochs
     * @throws DataException if the loss is not finite already in the first epoch and no stage was before
     */
    StageCourse run() {
        long start = System.nanoTime();
        before.ifPresent(course -> learner.restore(course.parameters()));
        checkpoints.flatMap(CheckpointStore::load).ifPresent(this::restore);
        boolean diverged = false;
        while (epochs.size() < stage.settings().epochs() && !stopping.exhausted() && !diverged) {
            diverged = !epoch(start);
        }
        boolean toBest = diverged || stage.settings().earlyStopping().restoreBest();
        if (toBest) {
            learner.restore(best);
        }
        int kept = toBest && !epochs.isEmpty() ? stopping.best() : epochs.size() - 1;
        return new StageCourse(
                stage,
                epochs,
                kept,
                learner.snapshot(),
                seconds(start),
                learner.engine(),
                learner.engineVersion(),
                diverged);
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
            throw new TrainingCancelledException(stage.prefix() + e.getMessage() + "; " + kept);
        }
        checkpoints.ifPresent(store -> store.save(new Checkpoint(
                new Checkpoint.State(store.fingerprint(), trainer.steps(), seconds(start), epochs, objective.state()),
                learner.snapshot(),
                best,
                learner.optimizerState())));
        context.progress(number + 1, stage.settings().epochs(), ProgressLine.of(epochs.get(number)));
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
        log.info("continuing after {}", stage.epoch(epochs.size() - 1));
    }

    private void explainDivergence(int number, String place) {
        if (epochs.isEmpty() && before.isEmpty()) {
            throw new DataException(
                    stage.epoch(0) + ", " + place,
                    "the loss is not finite: look for features of wild size, or lower optimizer.learning-rate");
        }
        String kept = epochs.isEmpty() ? before.orElseThrow().kept() : stage.epoch(stopping.best());
        log.warn(
                "{}, {}: the loss is not finite; training ends with the parameters of {}",
                stage.epoch(number),
                place,
                kept);
    }

    private double seconds(long start) {
        return secondsBefore + (System.nanoTime() - start) * NANO;
    }
}

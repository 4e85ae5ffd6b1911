package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.network.Network;
import org.muonframework.train.neural.optimize.EarlyStopping;
import org.muonframework.train.neural.optimize.Optimizer;
import org.muonframework.train.neural.optimize.Schedule;
import org.muonframework.train.neural.store.Tensor;
import org.slf4j.Logger;

/** One training from its first or next epoch to its last. */
final class TrainingSession {

    private static final double NANO = 1e-9;

    private final Network network;
    private final Objective objective;
    private final NeuralSettings settings;
    private final TrainingContext context;
    private final Optional<CheckpointStore> checkpoints;
    private final Logger log;
    private final int rows;
    private final Optimizer optimizer;
    private final Schedule schedule;
    private final EarlyStopping stopping;
    private final EpochTrainer trainer;
    private final Validator validator;
    private final List<EpochResult> epochs = new ArrayList<>();
    private List<Tensor> best = List.of();
    private double secondsBefore;

    TrainingSession(
            Network network,
            Objective objective,
            PreparedRows training,
            PreparedRows validation,
            NeuralSettings settings,
            RandomStreams random,
            TrainingContext context,
            Optional<CheckpointStore> checkpoints,
            Logger log) {
        this.network = network;
        this.objective = objective;
        this.settings = settings;
        this.context = context;
        this.checkpoints = checkpoints;
        this.log = log;
        rows = training.size();
        optimizer = Optimizer.of(settings.optimizer(), settings.l2(), network);
        schedule = Schedule.of(settings.schedule(), settings.optimizer().learningRate(), settings.epochs());
        stopping = new EarlyStopping(settings.earlyStopping());
        trainer = new EpochTrainer(network, objective, training, settings, optimizer, schedule, random);
        validator = new Validator(network, objective, validation);
    }

    /**
     * Trains to the end, from a checkpoint where there is one; the network then has the parameters to keep.
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
            network.restore(best);
        }
        int kept = toBest ? stopping.best() : epochs.size() - 1;
        return Histories.of(epochs, kept, seconds(start), network.architecture());
    }

    /** Trains an epoch; false if its loss is not finite. */
    private boolean epoch(long start) {
        int number = epochs.size();
        try {
            long begin = System.nanoTime();
            Score training = trainer.train(number, context);
            double rate = rows / ((System.nanoTime() - begin) * NANO);
            Score validation = validator.score();
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
                network.snapshot(),
                best,
                optimizer.state())));
        context.progress(number + 1, settings.epochs(), ProgressLine.of(epochs.get(number)));
        return true;
    }

    private void finish(EpochResult result) {
        epochs.add(result);
        schedule.observe(result.validation().loss());
        if (stopping.observe(result.validation().loss())) {
            best = network.snapshot();
        }
    }

    private void restore(Checkpoint checkpoint) {
        network.restore(checkpoint.parameters());
        optimizer.restore(checkpoint.optimizer());
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

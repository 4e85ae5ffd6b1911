package org.muonframework.train.trees;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.slf4j.Logger;

/** One training, round by round: progress, cancelling, checkpoints, early stopping. */
final class RoundLoop {

    private final Boosting boosting;
    private final Course course;
    private final TrainingContext training;
    private final Plan plan;
    private final Logger log;
    private final long begun = System.nanoTime();
    private double secondsBefore;
    private long lastWritten = begun;

    /**
     * What the loop needs to know of the training.
     *
     * @param rounds rounds at most
     * @param rows training rows
     * @param sampled whether boosters draw random numbers
     * @param schedule when a checkpoint is possible and due
     * @param fingerprint of data, settings and seed; empty if no checkpoint is kept
     */
    record Plan(int rounds, int rows, boolean sampled, Schedule schedule, String fingerprint) {}

    RoundLoop(Boosting boosting, Course course, TrainingContext training, Plan plan, Logger log) {
        this.boosting = boosting;
        this.course = course;
        this.training = training;
        this.plan = plan;
        this.log = log;
    }

    /** Runs to the end; {@code course} then holds all rounds. */
    void run() throws XGBoostError {
        begin();
        while (!course.finished()) {
            if (training.cancelled()) {
                write();
                throw new TrainingCancelledException("stopped after round " + course.done() + " of " + plan.rounds());
            }
            advance();
        }
    }

    /** Wall-clock time so far, with that before an interruption. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - begun) * 1e-9;
    }

    private void begin() throws XGBoostError {
        Optional<Checkpoint> found = found();
        if (found.isEmpty()) {
            boosting.start();
            return;
        }
        boosting.restart(found.get().models());
        found.get().state().rounds().forEach(course::add);
        secondsBefore = found.get().state().seconds();
        log.info("boosted trees continue after round {}", course.done());
    }

    private Optional<Checkpoint> found() {
        if (training.checkpoint().isEmpty()) {
            return Optional.empty();
        }
        Path directory = training.checkpoint().get();
        try {
            Optional<Checkpoint> checkpoint = Checkpoint.read(directory);
            Optional<Checkpoint> fitting =
                    checkpoint.filter(any -> any.state().fingerprint().equals(plan.fingerprint()));
            if (checkpoint.isPresent() && fitting.isEmpty()) {
                log.warn("the checkpoint in {} is of other data or settings: training starts anew", directory);
            }
            return fitting;
        } catch (IOException e) {
            log.warn("the checkpoint in {} is damaged ({}): training starts anew", directory, e.getMessage());
            return Optional.empty();
        }
    }

    private void advance() throws XGBoostError {
        long start = System.nanoTime();
        Scores scores = boosting.round(course.done());
        double speed = plan.rows() / ((System.nanoTime() - start) * 1e-9);
        if (!Double.isFinite(scores.trainingLoss() + scores.validationLoss())) {
            throw new DataException(
                    "boosted-trees round " + (course.done() + 1),
                    "the loss is not a finite number; expected finite targets and weights with a positive sum"
                            + " in the training and the validation part");
        }
        course.add(scores);
        course.timed(speed);
        training.progress(course.done(), plan.rounds(), message(scores, speed));
        if (plan.sampled() && resumable() && !course.finished()) {
            boosting.restart(boosting.models());
        }
        if (System.nanoTime() - lastWritten >= plan.schedule().interval().toNanos()) {
            write();
        }
    }

    private static String message(Scores scores, double speed) {
        return String.format(
                Locale.ROOT,
                "loss %.4f (validation %.4f), %,.0f rows/s",
                scores.trainingLoss(),
                scores.validationLoss(),
                speed);
    }

    private boolean resumable() {
        return !plan.sampled() || course.done() % plan.schedule().section() == 0;
    }

    private void write() throws XGBoostError {
        if (training.checkpoint().isEmpty() || !resumable() || course.done() == 0) {
            return;
        }
        List<byte[]> models = boosting.models();
        var state = new Checkpoint.State(plan.fingerprint(), models.size(), course.rounds(), seconds());
        Path directory = training.checkpoint().get();
        try {
            new Checkpoint(state, models).write(directory);
        } catch (IOException e) {
            throw new DataException(directory.toString(), "the checkpoint cannot be written: " + e.getMessage(), e);
        }
        lastWritten = System.nanoTime();
    }
}

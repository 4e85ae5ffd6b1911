package org.muonframework.train.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.muonframework.spi.Context;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;

/**
 * Trains each point of a grid once for every fold: on the training rows of all other folds, judged by those of the
 * fold. Rows of one event are of one fold.
 *
 * <p>Points that may be trained at once are, each on one thread, so that a loss depends on nothing but the point, the
 * fold and the seed. All points of a fold have the same random numbers: they differ by their settings alone.
 */
final class CrossValidation {

    private final Grid grid;
    private final TrainingData data;
    private final Context context;
    private final TrainingContext training;
    private final int[] foldOfRow;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();

    CrossValidation(Grid grid, TrainingData data, Context context, TrainingContext training) {
        this.grid = grid;
        this.data = data;
        this.context = context;
        this.training = training;
        foldOfRow = EventFolds.of(data.training(), grid.folds(), context.random(), "grid fold");
    }

    /** The sum of training weights of each fold. */
    double[] weights() {
        double[] sums = new double[grid.folds()];
        for (int row = 0; row < foldOfRow.length; row++) {
            sums[foldOfRow[row]] += data.training().weights()[row];
        }
        return sums;
    }

    /**
     * Trains what is not known yet.
     *
     * @param concurrent whether several may be trained at once
     * @throws DataException if a fold cannot be learned from
     * @throws TrainingCancelledException when it stopped because it was cancelled
     */
    void run(GridScores scores, boolean concurrent) {
        check();
        List<Runnable> tasks = new ArrayList<>();
        for (int fold = 0; fold < grid.folds(); fold++) {
            for (int point = 0; point < grid.points().size(); point++) {
                int which = point;
                int on = fold;
                if (scores.knows(point, fold)) {
                    done.incrementAndGet();
                } else {
                    tasks.add(() -> train(which, on, concurrent, scores));
                }
            }
        }
        try {
            Workers.run(tasks, concurrent ? context.threads() : 1, () -> stopped.set(true));
        } finally {
            scores.write();
        }
    }

    private void check() {
        List<Problem> problems = new ArrayList<>();
        for (int fold = 0; fold < grid.folds(); fold++) {
            int number = fold + 1;
            Trainable.objection(ofFold(fold))
                    .ifPresent(reason -> problems.add(new Problem(
                            "grid",
                            "fold " + number + " of " + grid.folds() + " cannot be learned: " + reason
                                    + ", where training is on the other folds and validation on this one; expected more"
                                    + " events or fewer 'folds'")));
        }
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
    }

    /** The rows of the other folds to train on, and those of the fold to judge by. */
    private TrainingData ofFold(int fold) {
        Rows all = data.training();
        int features = all.features().length;
        return new TrainingData(
                data.task(),
                RowPick.where(all.size(), row -> foldOfRow[row] != fold).of(all, features),
                RowPick.where(all.size(), row -> foldOfRow[row] == fold).of(all, features),
                data.fraction() * all.size() / (all.size() + data.validation().size()));
    }

    private void train(int number, int fold, boolean concurrent, GridScores scores) {
        int all = grid.points().size() * grid.folds();
        if (training.cancelled()) {
            throw new TrainingCancelledException("stopped after " + done + " of " + all + " trainings of the grid");
        }
        Grid.Point point = grid.points().get(number);
        PartOfHost host = PartOfHost.seeded(context, "grid fold", fold);
        String what = "grid point " + (number + 1) + " of " + grid.points().size() + ", fold " + (fold + 1) + " of "
                + grid.folds();
        String directory = "point-" + number + "-fold-" + fold;
        PartOfTraining part = PartOfTraining.of(training, directory, what + ": ", done.get(), all);
        double loss;
        try (TrainedModel trained = point.trainers()
                .create(concurrent ? host.onOneThread() : host)
                .train(point.model(), ofFold(fold), new Stoppable(part, concurrent))) {
            loss = trained.history()
                    .validationLoss()
                    .orElseThrow(() -> new IllegalStateException(what + ": the trainer tells no validation loss"));
        } catch (DataException e) {
            throw new DataException(what + " (" + grid.label(number) + ")", e.getMessage(), e);
        }
        scores.add(number, fold, loss);
        part.checkpoint().ifPresent(FinishedCheckpoint::delete);
        synchronized (done) {
            String told = String.format(Locale.ROOT, "%s (%s): loss %.5f", what, grid.label(number), loss);
            training.progress(done.incrementAndGet(), all, told);
        }
    }

    /** Ends with the others when one fails; where several run at once, says nothing of single steps. */
    private final class Stoppable implements TrainingContext {

        private final PartOfTraining part;
        private final boolean quiet;

        Stoppable(PartOfTraining part, boolean quiet) {
            this.part = part;
            this.quiet = quiet;
        }

        @Override
        public Optional<Path> checkpoint() {
            return part.checkpoint();
        }

        @Override
        public boolean cancelled() {
            return stopped.get() || part.cancelled();
        }

        @Override
        public void progress(int step, int steps, String message) {
            if (!quiet) {
                part.progress(step, steps, message);
            }
        }
    }
}

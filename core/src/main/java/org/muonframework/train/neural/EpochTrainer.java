package org.muonframework.train.neural;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.train.neural.data.EpochRows;
import org.muonframework.train.neural.optimize.Schedule;

/** Passes once over the training rows in random order, a step for each batch. */
final class EpochTrainer {

    private final Learner learner;
    private final Objective objective;
    private final EpochRows rows;
    private final Schedule schedule;
    private final RandomStreams random;
    private final double usualMomentum;
    private final int batchSize;
    private final int[] order;
    private long steps;
    private double rate;

    EpochTrainer(
            Learner learner,
            Objective objective,
            EpochRows rows,
            NeuralSettings settings,
            Schedule schedule,
            RandomStreams random) {
        this.learner = learner;
        this.objective = objective;
        this.rows = rows;
        this.schedule = schedule;
        this.random = random;
        this.usualMomentum = settings.optimizer().usualMomentum();
        this.batchSize = batchSize(settings, rows.size());
        this.order = IntStream.range(0, rows.size()).toArray();
    }

    /** The most rows that a step may get. */
    static int largestBatch(NeuralSettings settings, int rows) {
        return Math.min(batchSize(settings, rows), rows - 1) + 1;
    }

    private static int batchSize(NeuralSettings settings, int rows) {
        return settings.batchSize() == 0 ? rows : Math.min(settings.batchSize(), rows);
    }

    /** Steps made so far. */
    long steps() {
        return steps;
    }

    /** The learning rate of the last step. */
    double rate() {
        return rate;
    }

    /** Continues after this many steps. */
    void continueAfter(long stepsMade) {
        steps = stepsMade;
    }

    /**
     * Trains one epoch; a last batch of a single row, of which no batch statistics can be made, joins the one before. Rows
     * that are all one batch stay in their order, which is the fastest to read.
     *
     * @param epoch its number, from 0
     * @return the running score
     * @throws DivergedException if a loss is not finite
     * @throws TrainingCancelledException if the user wants to stop
     */
    Score train(int epoch, TrainingContext context) {
        rows.begin(epoch);
        if (batchSize < order.length) {
            shuffle(random.stream("shuffle", epoch));
        }
        ScoreSum sum = new ScoreSum(objective);
        int batch = 0;
        int from = 0;
        while (from < order.length) {
            int to = order.length - from <= batchSize + 1 ? order.length : from + batchSize;
            step(epoch, batch, from, to, sum);
            batch++;
            if (context.cancelled()) {
                throw new TrainingCancelledException("stopped in epoch " + (epoch + 1) + " after batch " + batch);
            }
            from = to;
        }
        return sum.score();
    }

    private void step(int epoch, int batch, int from, int to, ScoreSum sum) {
        double position = epoch + (double) from / order.length;
        double momentum = schedule.momentum(position).orElse(usualMomentum);
        Step step = new Step(steps + 1, epoch, batch, schedule.rate(position), momentum);
        switch (learner.step(step, order, from, to, sum)) {
            case MADE -> {
                steps++;
                rate = step.rate();
            }
            case DIVERGED -> throw new DivergedException("batch " + (batch + 1));
            case WEIGHTLESS -> {}
        }
    }

    /** Fisher and Yates, in the form of Durstenfeld. */
    private void shuffle(RandomGenerator generator) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = order.length - 1; i > 0; i--) {
            int j = generator.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
    }
}

package org.muonframework.train.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.network.InputBuffers;
import org.muonframework.train.neural.network.Network;
import org.muonframework.train.neural.network.TrainableParameter;
import org.muonframework.train.neural.optimize.GradientNorm;
import org.muonframework.train.neural.optimize.Optimizer;
import org.muonframework.train.neural.optimize.Schedule;

/** Passes once over the training rows in random order, a step for each batch. */
final class EpochTrainer {

    private final Network network;
    private final Objective objective;
    private final PreparedRows rows;
    private final Optimizer optimizer;
    private final Schedule schedule;
    private final Optional<GradientNorm> clip;
    private final RandomStreams random;
    private final List<TrainableParameter> parameters;
    private final InputBuffers buffers;
    private final int batchSize;
    private final int[] order;
    private long steps;
    private double rate;

    EpochTrainer(
            Network network,
            Objective objective,
            PreparedRows rows,
            NeuralSettings settings,
            Optimizer optimizer,
            Schedule schedule,
            RandomStreams random) {
        this.network = network;
        this.objective = objective;
        this.rows = rows;
        this.optimizer = optimizer;
        this.schedule = schedule;
        this.clip = settings.gradientClip().map(GradientNorm::new);
        this.random = random;
        this.parameters = network.trainable();
        this.batchSize = Math.min(settings.batchSize(), rows.size());
        this.order = new int[rows.size()];
        this.buffers = new InputBuffers(network.architecture(), Math.min(rows.size(), batchSize + 1));
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
     * Trains one epoch; a last batch of a single row, of which no batch statistics can be made, joins the one before.
     *
     * @param epoch its number, from 0
     * @return the running score
     * @throws DivergedException if a loss is not finite
     * @throws TrainingCancelledException if the user wants to stop
     */
    Score train(int epoch, TrainingContext context) {
        network.engine().setRandomSeed((int) random.derive("engine", epoch));
        shuffle(random.stream("shuffle", epoch));
        ScoreSum sum = new ScoreSum(objective);
        int batch = 0;
        int from = 0;
        while (from < order.length) {
            int to = order.length - from <= batchSize + 1 ? order.length : from + batchSize;
            batch++;
            float[] weights = Objective.weights(rows, order, from, to);
            double total = Objective.sum(weights);
            if (total > 0) {
                sum.addWeight(total);
                if (!step(epoch, from, to, weights, total, sum)) {
                    throw new DivergedException("batch " + batch);
                }
            }
            if (context.cancelled()) {
                throw new TrainingCancelledException("stopped in epoch " + (epoch + 1) + " after batch " + batch);
            }
            from = to;
        }
        return sum.score();
    }

    /** Makes one step; false if the loss is not finite, and then the parameters stay as they were. */
    private boolean step(int epoch, int from, int to, float[] weights, double total, ScoreSum sum) {
        try (NDManager batch = network.newBatch()) {
            NDList inputs = buffers.assemble(
                    batch, (input, a, b, target) -> rows.inputs().get(input).gather(order, a, b, target), from, to);
            try (GradientCollector collector = network.record()) {
                NDList outputs = network.forward(inputs, true);
                NDArray product = null;
                for (int i = 0; i < outputs.size(); i++) {
                    NDArray output = outputs.get(i);
                    float[] values = output.toFloatArray();
                    float[] truth = Objective.truth(rows, i, order, from, to);
                    float[] gradient = new float[values.length];
                    double loss = objective.fit(i, values, truth, weights, gradient);
                    if (!Double.isFinite(loss)) {
                        return false;
                    }
                    sum.addLoss(i, loss, total);
                    sum.addCorrect(objective.correct(i, values, truth, weights));
                    NDArray part = output.mul(batch.create(gradient, output.getShape()))
                            .sum()
                            .mul((float) objective.factor(i));
                    product = product == null ? part : product.add(part);
                }
                collector.backward(product);
            }
        }
        update(epoch + (double) from / order.length);
        return true;
    }

    private void update(double position) {
        steps++;
        double scale = clip.map(norm -> norm.scale(network, parameters)).orElse(1.0);
        rate = schedule.rate(position);
        optimizer.step(steps, rate, schedule.momentum(position).orElse(optimizer.momentum()), scale);
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

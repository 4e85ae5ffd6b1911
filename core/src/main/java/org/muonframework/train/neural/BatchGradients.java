package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.engine.BackwardPass;
import org.muonframework.train.neural.engine.GradientSum;
import org.muonframework.train.neural.engine.Network;
import org.muonframework.train.neural.engine.TrainableParameter;

/**
 * Computes the losses of a batch and their gradients, which the parameters have afterwards, in parts where memory asks for
 * it.
 *
 * <p>Where each loss is a mean over rows, the gradients of the parts add up to that of the batch, each by its part of the
 * batch's weight. A loss that judges the whole batch is computed from the outputs of all parts, and then each part goes
 * through the network once more.
 */
final class BatchGradients {

    private final Network network;
    private final Objective objective;
    private final PreparedRows rows;
    private final int most;
    private final boolean additive;
    private final Optional<GradientSum> gradients;
    private final BackwardPass pass;

    /**
     * For batches of rows.
     *
     * @param largest the most rows of a batch
     * @param micro the most rows of a part, but for one more where a single row would be left; 0 for the whole batch
     */
    BatchGradients(
            Network network,
            List<TrainableParameter> parameters,
            Objective objective,
            PreparedRows rows,
            int largest,
            int micro) {
        this.network = network;
        this.objective = objective;
        this.rows = rows;
        boolean divided = micro > 0 && micro + 1 < largest;
        most = divided ? micro : largest;
        additive = IntStream.range(0, objective.size()).allMatch(objective::additive);
        gradients = divided ? Optional.of(new GradientSum(network, parameters)) : Optional.empty();
        pass = new BackwardPass(network, Math.min(most + 1, largest));
    }

    /**
     * A batch.
     *
     * @param order numbers of rows, of which the batch are those from {@code from} on
     * @param weights the weight of each of its rows
     * @param total their sum, above 0
     */
    record Batch(Step step, int[] order, int from, float[] weights, double total) {}

    /** The rows from {@code from} to before {@code to} of a batch, counted from 0. */
    private record Part(int number, int from, int to) {}

    /**
     * Computes them.
     *
     * @param sum what the losses are added to
     * @return false if a loss is not finite
     */
    boolean compute(Batch batch, ScoreSum sum) {
        List<Part> parts = parts(batch.weights().length);
        boolean finite = additive || parts.size() == 1 ? apart(batch, parts, sum) : together(batch, parts, sum);
        if (finite) {
            gradients.ifPresent(GradientSum::assign);
        }
        return finite;
    }

    private List<Part> parts(int size) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < size; ) {
            int to = size - from <= most + 1 ? size : from + most;
            parts.add(new Part(parts.size(), from, to));
            from = to;
        }
        return parts;
    }

    /** Part by part, those without weight left out. */
    private boolean apart(Batch batch, List<Part> parts, ScoreSum sum) {
        boolean first = true;
        for (Part part : parts) {
            float[] weights = Arrays.copyOfRange(batch.weights(), part.from(), part.to());
            double total = Objective.sum(weights);
            if (total > 0) {
                Batch own = new Batch(batch.step(), batch.order(), batch.from() + part.from(), weights, total);
                if (!pass(batch, part, total / batch.total(), outputs -> losses(own, outputs, sum))) {
                    return false;
                }
                add(first);
                first = false;
            }
        }
        return true;
    }

    /** All outputs first, which leave no trace in the network, then part by part. */
    private boolean together(Batch batch, List<Part> parts, ScoreSum sum) {
        float[][] values = new float[objective.size()][];
        Arrays.setAll(values, i -> new float[batch.weights().length * objective.width(i)]);
        network.keepingAverages(() -> parts.forEach(part -> pass(batch, part, 1, outputs -> {
            for (int i = 0; i < values.length; i++) {
                System.arraycopy(outputs[i], 0, values[i], part.from() * objective.width(i), outputs[i].length);
            }
            return Optional.empty();
        })));
        Optional<float[][]> found = losses(batch, values, sum);
        found.ifPresent(whole -> parts.forEach(part -> {
            pass(batch, part, 1, outputs -> Optional.of(some(whole, part)));
            add(part.number() == 0);
        }));
        return found.isPresent();
    }

    private void add(boolean first) {
        gradients.ifPresent(first ? GradientSum::start : GradientSum::add);
    }

    private float[][] some(float[][] whole, Part part) {
        float[][] some = new float[whole.length][];
        Arrays.setAll(
                some,
                i -> Arrays.copyOfRange(whole[i], part.from() * objective.width(i), part.to() * objective.width(i)));
        return some;
    }

    /** The gradients of all losses with respect to the outputs; empty if a loss is not finite. */
    private Optional<float[][]> losses(Batch batch, float[][] values, ScoreSum sum) {
        int to = batch.from() + batch.weights().length;
        float[][] found = new float[values.length][];
        for (int i = 0; i < values.length; i++) {
            float[] truth = Objective.truth(rows, i, batch.order(), batch.from(), to);
            found[i] = new float[values[i].length];
            double loss = objective.fit(i, values[i], truth, batch.weights(), batch.order(), batch.from(), found[i]);
            if (!Double.isFinite(loss)) {
                return Optional.empty();
            }
            sum.addLoss(i, loss, batch.total());
            sum.addCorrect(objective.correct(i, values[i], truth, batch.weights()));
        }
        return Optional.of(found);
    }

    /**
     * Takes a part forward and, if there is a gradient of its outputs, backward.
     *
     * @param share factor of the gradients
     * @return whether there was one
     */
    private boolean pass(Batch batch, Part part, double share, Function<float[][], Optional<float[][]>> ofOutputs) {
        network.moveTo(batch.step().epoch(), batch.step().batch(), part.number());
        double[] factors = IntStream.range(0, objective.size())
                .mapToDouble(i -> share * objective.factor(i))
                .toArray();
        int from = batch.from() + part.from();
        return pass.run(rows.inOrder(batch.order()), from, batch.from() + part.to(), ofOutputs, factors);
    }
}

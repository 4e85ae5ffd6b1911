package org.muonframework.train.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.engine.ForwardPass;
import org.muonframework.train.neural.engine.GradientNorm;
import org.muonframework.train.neural.engine.GradientSum;
import org.muonframework.train.neural.engine.InputBuffers;
import org.muonframework.train.neural.engine.Network;
import org.muonframework.train.neural.engine.Optimizer;
import org.muonframework.train.neural.engine.TrainableParameter;
import org.muonframework.train.neural.store.Tensor;

/**
 * Trains any network on an engine of the Deep Java Library.
 *
 * <p>The gradient of a loss enters the network as Σ outputs · gradient with the gradient held constant, whose
 * derivative is the loss's own. With micro-batches the gradients of the parts of a batch add up, each by its part of the
 * batch's weight, to the gradient of the whole.
 */
final class EngineLearner implements Learner {

    private final Network network;
    private final Objective objective;
    private final PreparedRows rows;
    private final Optimizer optimizer;
    private final Optional<GradientNorm> clip;
    private final List<TrainableParameter> parameters;
    private final int microBatch;
    private final Optional<GradientSum> gradients;
    private final InputBuffers buffers;
    private final Validator validator;

    EngineLearner(Engine engine, Stage stage, Objective objective, OrderedRows training, OrderedRows validation) {
        Architecture architecture = stage.architecture();
        NeuralSettings settings = stage.settings();
        this.network = new Network(architecture, engine, stage.random());
        this.objective = objective;
        this.rows = PreparedRows.of(training);
        this.optimizer = Optimizer.of(settings.optimizer(), settings.l2(), network);
        this.clip = settings.gradientClip().map(GradientNorm::new);
        this.parameters = network.trainable();
        int batch = EpochTrainer.largestBatch(settings, training.size());
        boolean divided = settings.microBatchSize() > 0 && settings.microBatchSize() + 1 < batch;
        this.microBatch = divided ? settings.microBatchSize() : batch;
        this.gradients = divided ? Optional.of(new GradientSum(network, parameters)) : Optional.empty();
        this.buffers = new InputBuffers(architecture, Math.min(microBatch + 1, batch));
        this.validator = new Validator(new ForwardPass(network), objective, validation);
    }

    @Override
    public String engine() {
        return network.engine().getEngineName();
    }

    @Override
    public String engineVersion() {
        return network.engine().getVersion();
    }

    @Override
    public Outcome step(Step step, int[] order, int from, int to, ScoreSum sum) {
        float[] weights = Objective.weights(rows, order, from, to);
        double total = Objective.sum(weights);
        if (!(total > 0)) {
            return Outcome.WEIGHTLESS;
        }
        sum.addWeight(total);
        if (!differentiate(step, order, from, weights, total, sum)) {
            return Outcome.DIVERGED;
        }
        double scale = clip.map(norm -> norm.scale(network, parameters)).orElse(1.0);
        optimizer.step(step.number(), step.rate(), step.momentum(), scale);
        return Outcome.MADE;
    }

    /**
     * Computes losses and gradients, part by part; a last part of a single row joins the one before. False if a loss is
     * not finite.
     */
    private boolean differentiate(Step step, int[] order, int from, float[] all, double total, ScoreSum sum) {
        int part = 0;
        int made = 0;
        for (int done = 0; done < all.length; part++) {
            int next = all.length - done <= microBatch + 1 ? all.length : done + microBatch;
            float[] weights = Arrays.copyOfRange(all, done, next);
            if (Objective.sum(weights) > 0) {
                network.moveTo(step.epoch(), step.batch(), part);
                if (!differentiate(order, from + done, weights, total, sum)) {
                    return false;
                }
                boolean first = made++ == 0;
                gradients.ifPresent(first ? GradientSum::start : GradientSum::add);
            }
            done = next;
        }
        gradients.ifPresent(GradientSum::assign);
        return true;
    }

    private boolean differentiate(int[] order, int from, float[] weights, double totalOfBatch, ScoreSum sum) {
        int to = from + weights.length;
        double total = Objective.sum(weights);
        double share = total / totalOfBatch;
        try (NDManager batch = network.newBatch()) {
            NDList inputs = buffers.assemble(batch, rows.inOrder(order), from, to);
            try (GradientCollector collector = network.record()) {
                NDList outputs = network.forward(inputs, true);
                NDArray product = null;
                for (int i = 0; i < outputs.size(); i++) {
                    NDArray output = outputs.get(i);
                    float[] values = output.toFloatArray();
                    float[] truth = Objective.truth(rows, i, order, from, to);
                    float[] gradient = new float[values.length];
                    double loss = objective.fit(i, values, truth, weights, order, from, gradient);
                    if (!Double.isFinite(loss)) {
                        return false;
                    }
                    sum.addLoss(i, loss, total);
                    sum.addCorrect(objective.correct(i, values, truth, weights));
                    NDArray part = output.mul(batch.create(gradient, output.getShape()))
                            .sum()
                            .mul((float) (share * objective.factor(i)));
                    product = product == null ? part : product.add(part);
                }
                collector.backward(product);
            }
        }
        return true;
    }

    @Override
    public Score validate() {
        return validator.score();
    }

    @Override
    public List<Tensor> snapshot() {
        return network.snapshot();
    }

    @Override
    public void restore(List<Tensor> tensors) {
        network.restore(tensors);
    }

    @Override
    public List<Tensor> optimizerState() {
        return optimizer.state();
    }

    @Override
    public void restoreOptimizer(List<Tensor> state) {
        optimizer.restore(state);
    }

    @Override
    public void close() {
        network.close();
    }
}

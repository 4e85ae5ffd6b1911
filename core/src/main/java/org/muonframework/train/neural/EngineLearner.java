package org.muonframework.train.neural;

import ai.djl.engine.Engine;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.neural.data.EpochRows;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.engine.ForwardPass;
import org.muonframework.train.neural.engine.GradientNorm;
import org.muonframework.train.neural.engine.Network;
import org.muonframework.train.neural.engine.Optimizer;
import org.muonframework.train.neural.engine.TrainableParameter;
import org.muonframework.train.neural.store.Tensor;

/** Trains any network on an engine of the Deep Java Library. */
final class EngineLearner implements Learner {

    private final Network network;
    private final PreparedRows rows;
    private final Optimizer optimizer;
    private final Optional<GradientNorm> clip;
    private final List<TrainableParameter> parameters;
    private final BatchGradients gradients;
    private final Validator validator;

    EngineLearner(Engine engine, Stage stage, Objective objective, EpochRows training, OrderedRows validation) {
        Architecture architecture = stage.architecture();
        NeuralSettings settings = stage.settings();
        this.network = new Network(architecture, engine, stage.random());
        this.rows = training.prepared();
        this.optimizer = Optimizer.of(settings.optimizer(), settings.l2(), network);
        this.clip = settings.gradientClip().map(GradientNorm::new);
        this.parameters = network.trainable();
        int largest = EpochTrainer.largestBatch(settings, training.size());
        this.gradients = new BatchGradients(network, parameters, objective, rows, largest, settings.microBatchSize());
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
        if (!gradients.compute(new BatchGradients.Batch(step, order, from, weights, total), sum)) {
            return Outcome.DIVERGED;
        }
        double scale = clip.map(norm -> norm.scale(network, parameters)).orElse(1.0);
        optimizer.step(step.number(), step.rate(), step.momentum(), scale);
        return Outcome.MADE;
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

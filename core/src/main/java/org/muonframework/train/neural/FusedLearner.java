package org.muonframework.train.neural;

import java.util.List;
import java.util.Map;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.train.fused.FusedScorer;
import org.muonframework.train.fused.FusedTraining;
import org.muonframework.train.fused.Move;
import org.muonframework.train.fused.StepResult;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.fused.step.Records;
import org.muonframework.train.neural.data.EpochRows;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.RowTable;
import org.muonframework.train.neural.store.Tensor;

/** Trains networks on the fused path, in plain Java. */
final class FusedLearner implements Learner {

    /** What {@code model.json} calls the path. */
    static final String ENGINE = "fused";

    /** Half a cache line: rows then lie across two of them, or at times three, and little is wasted. */
    private static final int STEP = 8;

    private final KernelSet kernels;
    private final FusedTraining training;
    private final Records records;
    private final FusedScorer scorer;
    private final Validator validator;

    FusedLearner(
            KernelSet kernels, Stage stage, Objective objective, EpochRows rows, OrderedRows validation, int threads) {
        this.kernels = kernels;
        Architecture architecture = stage.architecture();
        NeuralSettings settings = stage.settings();
        FusedTraining.Options options = new FusedTraining.Options(
                EpochTrainer.largestBatch(settings, rows.size()),
                settings.microBatchSize(),
                threads,
                settings.optimizer(),
                settings.l2(),
                settings.gradientClip());
        training = new FusedTraining(architecture, objective, options, kernels, stage.random());
        records = new Table(rows.records(STEP), rows.images());
        scorer = new FusedScorer(architecture, training.snapshot(), kernels, threads);
        validator = new Validator(scorer, objective, validation);
    }

    /** The training rows. */
    private record Table(RowTable rows, Map<Integer, SparseImages> ofInputs) implements Records {

        @Override
        public void copy(int row, int column, int count, float[] target, int at) {
            rows.copy(row, column, count, target, at);
        }

        @Override
        public SparseImages images(int input) {
            return ofInputs.get(input);
        }
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public String engineVersion() {
        return kernels.name();
    }

    @Override
    public String name() {
        return "the fused path with " + kernels.name();
    }

    @Override
    public Outcome step(Step step, int[] order, int from, int to, ScoreSum sum) {
        Move move = new Move(step.number(), step.rate(), step.momentum());
        StepResult result = training.step(records, order, from, to, step.epoch(), step.batch(), move);
        if (!(result.weight() > 0)) {
            return Outcome.WEIGHTLESS;
        }
        sum.addWeight(result.weight());
        for (int output = 0; output < result.losses().length; output++) {
            sum.addLossSum(output, result.losses()[output]);
            sum.addCorrect(result.correct()[output]);
        }
        return result.made() ? Outcome.MADE : Outcome.DIVERGED;
    }

    @Override
    public Score validate() {
        scorer.update(training.snapshot());
        return validator.score();
    }

    @Override
    public List<Tensor> snapshot() {
        return training.snapshot();
    }

    @Override
    public void restore(List<Tensor> parameters) {
        training.restore(parameters);
    }

    @Override
    public List<Tensor> optimizerState() {
        return training.optimizerState();
    }

    @Override
    public void restoreOptimizer(List<Tensor> state) {
        training.restoreOptimizer(state);
    }

    @Override
    public void close() {
        training.close();
        scorer.close();
    }
}

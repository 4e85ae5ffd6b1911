package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.kernel.Panels;
import org.muonframework.train.fused.step.Batch;
import org.muonframework.train.fused.step.Losses;
import org.muonframework.train.fused.step.Parameters;
import org.muonframework.train.fused.step.Program;
import org.muonframework.train.fused.step.Records;
import org.muonframework.train.fused.step.Stage;
import org.muonframework.train.fused.step.State;
import org.muonframework.train.fused.step.Totals;
import org.muonframework.train.fused.step.Worker;
import org.muonframework.train.neural.data.DropoutMask;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterLayout;

/**
 * A dense network in training.
 *
 * <p>The same seed and data give the same bits for any number of threads and on any processor with vectors of the same
 * length.
 */
public final class FusedTraining implements AutoCloseable {

    private final Architecture architecture;
    private final Parameters parameters;
    private final Program program;
    private final State state;
    private final Losses losses;
    private final Optimizer optimizer;
    private final Optional<Double> gradientClip;
    private final RandomStreams random;
    private final Crew crew;
    private final List<Worker> workers;
    private final List<Kernels> kernels;
    private final float[] gradient;

    /**
     * What a training needs to know beside the network.
     *
     * @param batchRows most rows of a batch
     * @param threads number of threads
     * @param optimizer how parameters follow their gradient
     * @param l2 factor of a weight that is added to its gradient
     * @param gradientClip longest gradient
     */
    public record Options(
            int batchRows, int threads, OptimizerSettings optimizer, double l2, Optional<Double> gradientClip) {}

    /** A network with its initial weights. */
    public FusedTraining(
            Architecture architecture, Losses losses, Options options, KernelSet set, RandomStreams random) {
        this.architecture = architecture;
        this.losses = losses;
        this.random = random;
        this.gradientClip = options.gradientClip();
        ParameterLayout layout = ParameterLayout.of(architecture);
        int slices = Slices.most(options.batchRows());
        int members = Math.max(1, Math.min(options.threads(), slices));
        parameters = new Parameters(layout, set.width());
        program = new Program(architecture, parameters, losses, options.batchRows(), slices, members);
        state = program.state();
        optimizer = Optimizer.of(options.optimizer(), options.l2(), parameters);
        kernels = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            kernels.add(set.create());
        }
        workers = program.hire(kernels);
        gradient = new float[parameters.trained()];
        crew = new Crew(members);
        restore(layout.initial(random));
    }

    /**
     * Makes one step; only judges if the weights of the rows sum to 0 or a loss is not finite.
     *
     * @param records all rows of the training
     * @param order numbers of rows, of which those from {@code from} to before {@code to} are the batch
     * @param epoch number of the epoch, from 0
     * @param batch number of the batch in its epoch, from 0
     * @return what the batch added up to
     */
    public StepResult step(Records records, int[] order, int from, int to, int epoch, int batch, Move move) {
        Slices slices = Slices.of(to - from, Panels.ROWS);
        Batch rows = new Batch(records, order, from, to - from, masks(epoch, batch));
        crew.run(member -> work(member, rows, slices, move));
        StepResult result = result(slices);
        if (result.made()) {
            program.remember();
        } else if (!result.finite()) {
            workers.forEach(Worker::forget);
        }
        return result;
    }

    /** A copy of all parameters, running averages included. */
    public List<Tensor> snapshot() {
        return parameters.pack(state.values(), state.running());
    }

    /**
     * Sets all parameters.
     *
     * @throws IllegalArgumentException if one is missing or has another shape
     */
    public void restore(List<Tensor> tensors) {
        parameters.unpack(tensors, state.values(), state.running());
        program.transpose(0, 1);
    }

    /** A copy of what the optimiser remembers. */
    public List<Tensor> optimizerState() {
        return optimizer.state();
    }

    /**
     * Sets what the optimiser remembers.
     *
     * @throws IllegalArgumentException if it is another network's
     */
    public void restoreOptimizer(List<Tensor> tensors) {
        optimizer.restore(tensors);
    }

    @Override
    public void close() {
        crew.close();
    }

    private List<DropoutMask> masks(int epoch, int batch) {
        return program.dropouts().stream()
                .map(node -> {
                    Layer.Dropout layer =
                            (Layer.Dropout) architecture.nodes().get(node).layer();
                    return DropoutMask.of(random, epoch, batch, node, layer.rate());
                })
                .toList();
    }

    private StepResult result(Slices slices) {
        Totals totals = program.totals();
        double[] sums = new double[losses.size()];
        double[] correct = new double[losses.size()];
        boolean finite = true;
        for (int output = 0; output < sums.length; output++) {
            sums[output] = totals.loss(output, slices.count());
            correct[output] = totals.correct(output, slices.count());
            finite &= Double.isFinite(sums[output]);
        }
        return new StepResult(totals.weight(slices.count()), sums, correct, finite);
    }

    private void work(int member, Batch rows, Slices slices, Move move) {
        Worker worker = workers.get(member);
        worker.begin(rows);
        boolean backwards = false;
        for (Stage stage : program.stages()) {
            walk(stage, worker, slices, backwards);
            backwards = !backwards;
            crew.await();
            stage.conclude(worker, slices.count());
            if (stage.hasSolo()) {
                if (member == 0) {
                    stage.workAlone(worker);
                }
                crew.await();
            }
        }
        update(member, slices, move);
    }

    /**
     * Takes a worker through the blocks of its share of the slices; every other stage backwards, from the blocks that are
     * still in the cache.
     */
    private void walk(Stage stage, Worker worker, Slices slices, boolean backwards) {
        int first = slices.share(worker.number(), crew.size());
        int end = slices.share(worker.number() + 1, crew.size());
        for (int i = 0; i < end - first; i++) {
            int slice = backwards ? end - 1 - i : first + i;
            int start = slices.start(slice);
            int rows = slices.start(slice + 1) - start;
            int blocks = (rows + Panels.ROWS - 1) / Panels.ROWS;
            for (int j = 0; j < blocks; j++) {
                int row = (backwards ? blocks - 1 - j : j) * Panels.ROWS;
                worker.enter(slice, start + row, Math.min(Panels.ROWS, rows - row), j == 0);
                stage.work(worker);
            }
        }
    }

    /** Changes a member's share of the parameters; all members come to the same decision whether. */
    private void update(int member, Slices slices, Move move) {
        StepResult result = result(slices);
        if (!result.made()) {
            return;
        }
        Kernels own = kernels.get(member);
        int width = parameters.width();
        int panels = parameters.trained() / width;
        int from = panels * member / crew.size() * width;
        int to = panels * (member + 1) / crew.size() * width;
        float factor = (float) (1 / result.weight());
        own.gather(from, to, state.gradients(), slices.count(), factor, gradient);
        if (gradientClip.isPresent()) {
            crew.await();
            double scale = Math.min(1, gradientClip.get() / length());
            crew.await();
            own.gather(from, to, state.gradients(), slices.count(), (float) (factor * scale), gradient);
        }
        int middle = Math.max(from, Math.min(to, parameters.weights()));
        optimizer.change(own, move, from, middle, true, gradient, state.values());
        optimizer.change(own, move, middle, to, false, gradient, state.values());
        crew.await();
        program.transpose(member, crew.size());
    }

    /** The length of the whole gradient. */
    private double length() {
        double squares = 0;
        for (float value : gradient) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}

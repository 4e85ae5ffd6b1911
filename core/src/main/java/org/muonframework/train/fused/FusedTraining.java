package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.step.Batch;
import org.muonframework.train.fused.step.Blocks;
import org.muonframework.train.fused.step.Losses;
import org.muonframework.train.fused.step.Parameters;
import org.muonframework.train.fused.step.Program;
import org.muonframework.train.fused.step.Records;
import org.muonframework.train.fused.step.Stage;
import org.muonframework.train.fused.step.State;
import org.muonframework.train.fused.step.Totals;
import org.muonframework.train.fused.step.Worker;
import org.muonframework.train.neural.data.DropoutMask;
import org.muonframework.train.neural.data.SampleNoise;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterLayout;

/**
 * A network in training.
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
    private final Blocks blocks;
    private final int partRows;
    private final boolean additive;
    /** Turns that members took in this step, each one more than there were slices for it. */
    private final AtomicInteger taken = new AtomicInteger();
    /** What each member knows of them before the stage that it is in. */
    private final int[] takenBefore;

    /**
     * What a training needs to know beside the network.
     *
     * @param batchRows most rows of a batch
     * @param microRows most rows of a part of it, but for one more where a single row would be left; 0 for whole batches
     * @param threads number of threads
     * @param optimizer how parameters follow their gradient
     * @param l2 factor of a weight that is added to its gradient
     * @param gradientClip longest gradient
     */
    public record Options(
            int batchRows,
            int microRows,
            int threads,
            OptimizerSettings optimizer,
            double l2,
            Optional<Double> gradientClip) {}

    /** A network with its initial weights. */
    public FusedTraining(
            Architecture architecture, Losses losses, Options options, KernelSet set, RandomStreams random) {
        this.architecture = architecture;
        this.losses = losses;
        this.random = random;
        this.gradientClip = options.gradientClip();
        ParameterLayout layout = ParameterLayout.of(architecture);
        blocks = Blocks.of(architecture);
        boolean divided = options.microRows() > 0 && options.microRows() + 1 < options.batchRows();
        partRows = divided ? options.microRows() : options.batchRows();
        additive = IntStream.range(0, losses.size()).allMatch(losses::additive);
        int most = Math.min(partRows + 1, options.batchRows());
        int slices = Slices.most(most, blocks);
        int members = Math.max(1, Math.min(options.threads(), slices));
        parameters = new Parameters(layout, set.width());
        program = new Program(architecture, parameters, losses, options.batchRows(), most, slices, members);
        state = program.state();
        optimizer = Optimizer.of(options.optimizer(), options.l2(), parameters);
        kernels = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            kernels.add(set.create());
        }
        workers = program.hire(kernels);
        gradient = new float[parameters.trained()];
        takenBefore = new int[members];
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
        List<Part> parts = parts(records, order, from, to, epoch, batch);
        float[] averages = state.running().clone();
        program.totals().clear();
        taken.set(0);
        Arrays.fill(takenBefore, 0);
        crew.run(member -> work(member, parts, move));
        StepResult result = result();
        if (!result.made()) {
            System.arraycopy(averages, 0, state.running(), 0, averages.length);
        }
        if (!result.finite()) {
            workers.forEach(Worker::forget);
        }
        return result;
    }

    /** Rows that go through the network together. */
    private record Part(Batch rows, Slices slices) {}

    /**
     * Where losses are means over rows, parts without weight are left out. The random numbers of the first part are those of
     * the whole batch.
     */
    private List<Part> parts(Records records, int[] order, int from, int to, int epoch, int batch) {
        List<Part> parts = new ArrayList<>();
        int number = 0;
        int begun = 0;
        for (int first = from; first < to; number++) {
            int end = to - first <= partRows + 1 ? to : first + partRows;
            if (end - first == to - from || !additive || hasWeight(records, order, first, end)) {
                Slices slices = Slices.of(end - first, blocks);
                RandomStreams ofPart = number == 0 ? random : new RandomStreams(random.derive("micro-batch", number));
                List<DropoutMask> masks = masks(ofPart, epoch, batch);
                List<SampleNoise> noises = noises(ofPart, epoch, batch);
                Batch rows = new Batch(records, order, first, end - first, first - from, begun, masks, noises);
                parts.add(new Part(rows, slices));
                begun = Math.max(begun, slices.count());
            }
            first = end;
        }
        return parts;
    }

    private boolean hasWeight(Records records, int[] order, int from, int to) {
        float[] weight = new float[1];
        double sum = 0;
        for (int i = from; i < to; i++) {
            records.copy(order[i], program.weightColumn(), 1, weight, 0);
            sum += weight[0];
        }
        return sum > 0;
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

    private List<DropoutMask> masks(RandomStreams ofPart, int epoch, int batch) {
        return program.dropouts().stream()
                .map(node -> {
                    Layer.Dropout layer =
                            (Layer.Dropout) architecture.nodes().get(node).layer();
                    return DropoutMask.of(ofPart, epoch, batch, node, layer.rate());
                })
                .toList();
    }

    private List<SampleNoise> noises(RandomStreams ofPart, int epoch, int batch) {
        return program.samplings().stream()
                .map(node -> SampleNoise.of(ofPart, epoch, batch, node))
                .toList();
    }

    private StepResult result() {
        Totals totals = program.totals();
        double[] sums = new double[losses.size()];
        double[] correct = new double[losses.size()];
        boolean finite = true;
        for (int output = 0; output < sums.length; output++) {
            sums[output] = totals.loss(output);
            correct[output] = totals.correct(output);
            finite &= Double.isFinite(sums[output]);
        }
        return new StepResult(totals.weight(), sums, correct, finite);
    }

    /** Where a loss judges whole batches, all parts go forward for their outputs first, and then once more and back. */
    private void work(int member, List<Part> parts, Move move) {
        boolean together = !additive && parts.size() > 1;
        if (together) {
            for (Part part : parts) {
                boolean last = part == parts.get(parts.size() - 1);
                pass(member, part, program.stages().subList(0, program.forwardStages()), last);
            }
        }
        int slices = 0;
        for (Part part : parts) {
            pass(member, part, program.stages(), !together);
            if (member == 0) {
                program.remember();
            }
            slices = Math.max(slices, part.slices().count());
        }
        update(member, slices, move);
    }

    private void pass(int member, Part part, List<Stage> stages, boolean judges) {
        Worker worker = workers.get(member);
        worker.begin(part.rows());
        boolean backwards = false;
        for (Stage stage : stages) {
            walk(stage, worker, part.slices(), backwards);
            backwards = !backwards;
            crew.await();
            stage.conclude(worker, part.slices().count());
            if (judges && stage.hasSolo()) {
                if (member == 0) {
                    stage.workAlone(worker);
                }
                crew.await();
            }
        }
    }

    /**
     * Takes a worker through the blocks of its slices; every other stage backwards, from the blocks that are still in the
     * cache. Slices of volumes, which are few and much work, go to whoever is free.
     */
    private void walk(Stage stage, Worker worker, Slices slices, boolean backwards) {
        int member = worker.number();
        if (blocks == Blocks.DENSE) {
            int first = slices.share(member, crew.size());
            int end = slices.share(member + 1, crew.size());
            for (int i = 0; i < end - first; i++) {
                walk(stage, worker, slices, backwards ? end - 1 - i : first + i, backwards);
            }
        } else {
            int count = slices.count();
            int before = takenBefore[member];
            for (int turn = taken.getAndIncrement() - before; turn < count; turn = taken.getAndIncrement() - before) {
                walk(stage, worker, slices, backwards ? count - 1 - turn : turn, backwards);
            }
            takenBefore[member] = before + count + crew.size();
        }
    }

    private void walk(Stage stage, Worker worker, Slices slices, int slice, boolean backwards) {
        int start = slices.start(slice);
        int rows = slices.start(slice + 1) - start;
        int step = blocks.rows();
        int count = (rows + step - 1) / step;
        for (int j = 0; j < count; j++) {
            int row = (backwards ? count - 1 - j : j) * step;
            worker.enter(slice, start + row, Math.min(step, rows - row), j == 0);
            stage.work(worker);
        }
    }

    /** Changes a member's share of the parameters; all members come to the same decision whether. */
    private void update(int member, int slices, Move move) {
        StepResult result = result();
        if (!result.made()) {
            return;
        }
        Kernels own = kernels.get(member);
        int width = parameters.width();
        int panels = parameters.trained() / width;
        int from = panels * member / crew.size() * width;
        int to = panels * (member + 1) / crew.size() * width;
        float factor = (float) (1 / result.weight());
        own.gather(from, to, state.gradients(), slices, factor, gradient);
        if (gradientClip.isPresent()) {
            crew.await();
            double scale = Math.min(1, gradientClip.get() / length());
            crew.await();
            own.gather(from, to, state.gradients(), slices, (float) (factor * scale), gradient);
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

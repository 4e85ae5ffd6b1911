package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.Kernels;

/**
 * The order of work of a training step.
 *
 * <p>All operations forward that need no wait are one stage, and so on behind each batch normalisation. The last stage
 * forward is also the first back, unless a loss looks at all rows at once. Within a stage a block of rows goes through all
 * operations while it lies in the cache.
 */
public final class Program {

    private final List<Stage> stages = new ArrayList<>();
    private final List<Room> rooms;
    private final List<Integer> dropouts;
    private final List<Integer> samplings;
    private final List<NormaliseOperation> normalisations;
    private final List<DenseOperation> transposing;
    private final Totals totals;
    private final State state;
    private final int stepRows;
    private final int partRows;
    private final Memory memory;
    private int forwardStages;
    private int weightColumn;

    /**
     * For training a network.
     *
     * @param parameters where its parameters lie
     * @param stepRows most rows of a step
     * @param partRows most rows of it that go through the network together
     * @param slices most slices of these
     * @param workers number of threads
     */
    public Program(
            Architecture architecture,
            Parameters parameters,
            Losses losses,
            int stepRows,
            int partRows,
            int slices,
            int workers) {
        this.stepRows = stepRows;
        this.partRows = partRows;
        totals = new Totals(architecture.outputs().size(), slices);
        Lowering lowering = new Lowering(architecture, parameters, slices, workers);
        List<LossOperation> ends = ends(architecture, lowering, losses);
        rooms = lowering.rooms();
        dropouts = lowering.dropouts();
        samplings = lowering.samplings();
        normalisations = lowering.normalisations();
        transposing = lowering.transposing();
        state = lowering.state();
        int last = scheduleForward(lowering.operations());
        int back = scheduleLosses(ends, losses, last);
        scheduleBack(lowering.operations(), ends, back);
        memory = new Memory(rooms, Blocks.of(architecture).rows());
    }

    /** The stages in order. */
    public List<Stage> stages() {
        return stages;
    }

    /** How many of the stages, from the first one on, lead to the losses of whole steps. */
    public int forwardStages() {
        return forwardStages;
    }

    /** The numbers that a training changes. */
    public State state() {
        return state;
    }

    /** What the last step added up to. */
    public Totals totals() {
        return totals;
    }

    /** The nodes of dropout layers, in the order of {@link Batch#masks}. */
    public List<Integer> dropouts() {
        return dropouts;
    }

    /** The nodes of sampling layers, in the order of their noises. */
    public List<Integer> samplings() {
        return samplings;
    }

    /** Workers with their rooms, each with kernels of its own. */
    public List<Worker> hire(List<Kernels> kernels) {
        float[][] ofBatch = memory.ofBatch(partRows);
        List<Worker> workers = new ArrayList<>();
        kernels.forEach(own -> workers.add(new Worker(workers.size(), own, rooms, memory, ofBatch)));
        return workers;
    }

    /** Numbers of each row that are kept from one stage to another. */
    public long numbersPerRow() {
        return memory.size(memory.blockRows(), 0) / memory.blockRows();
    }

    /** The most rows that can go through the network together. */
    public long mostRows() {
        return memory.mostRows();
    }

    /** The column of the weights in a record. */
    public int weightColumn() {
        return weightColumn;
    }

    /** After a part of a step: moves the running averages. */
    public void remember() {
        normalisations.forEach(NormaliseOperation::remember);
    }

    /** Rewrites a worker's share of the weights of the way back, after those of the way forward changed. */
    public void transpose(int worker, int workers) {
        for (DenseOperation operation : transposing) {
            int inputs = operation.panels().inputs();
            operation.transpose(inputs * worker / workers, inputs * (worker + 1) / workers);
        }
    }

    private List<LossOperation> ends(Architecture architecture, Lowering lowering, Losses losses) {
        int column = architecture.inputs().stream()
                .mapToInt(input -> input.columns().size())
                .sum();
        int truths = 0;
        for (int i = 0; i < losses.size(); i++) {
            truths += losses.truthWidth(i);
        }
        Room weights = lowering.rows(1);
        weightColumn = column + truths;
        fetch(new InputOperation(weightColumn, weights), weights);
        List<LossOperation> ends = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            Value end = lowering.end(architecture.outputs().get(i));
            Room truth = lowering.rows(losses.truthWidth(i));
            fetch(new InputOperation(column, truth), truth);
            column += losses.truthWidth(i);
            ends.add(new LossOperation(losses, i, totals, end.room(), end.gradient(), truth, weights));
        }
        return ends;
    }

    private void fetch(InputOperation input, Room room) {
        add(0, input::forward, List.of(room));
    }

    /** Gives the last stage forward. */
    private int scheduleForward(List<Lowered> operations) {
        int last = 0;
        for (Lowered lowered : operations) {
            int level = lowered.gives().get(0).level();
            if (lowered.operation() instanceof NormaliseOperation norm) {
                add(level - 1, norm::measure, lowered.rooms().subList(0, 1));
                stages.get(level - 1).conclude(norm::conclude);
            }
            if (!(lowered.operation() instanceof ForkOperation)) {
                add(level, lowered.operation()::forward, lowered.rooms());
            }
            last = Math.max(last, level);
        }
        return last;
    }

    /** Gives the first stage back. */
    private int scheduleLosses(List<LossOperation> ends, Losses losses, int last) {
        forwardStages = last + 1;
        boolean apart = false;
        for (LossOperation end : ends) {
            apart |= !losses.additive(end.output());
        }
        int back = apart ? last + 1 : last;
        LossOperation any = ends.get(0);
        add(back, any::weigh, List.of(any.weights()));
        for (LossOperation end : ends) {
            List<Room> used = new ArrayList<>(List.of(end.z(), end.truth(), end.weights()));
            end.dz().ifPresent(used::add);
            if (losses.additive(end.output())) {
                add(back, end::judge, used);
            } else {
                WholeLoss whole = new WholeLoss(end, stepRows);
                add(last, whole::collect, used);
                stages.get(last).alone(whole::judge);
                add(back, whole::distribute, used);
            }
        }
        return back;
    }

    private void scheduleBack(List<Lowered> operations, List<LossOperation> ends, int first) {
        Map<Room, Integer> known = new HashMap<>();
        ends.forEach(end -> end.dz().ifPresent(room -> known.put(room, first)));
        for (int i = operations.size() - 1; i >= 0; i--) {
            Lowered lowered = operations.get(i);
            if (!lowered.goesBack()) {
                continue;
            }
            int stage = first;
            for (Value value : lowered.gives()) {
                stage = Math.max(stage, value.gradient().map(known::get).orElse(first));
            }
            if (lowered.operation() instanceof NormaliseOperation norm) {
                add(stage, norm::measureBack, norm.roomsMeasured());
                stages.get(stage).conclude(norm::concludeBack);
                stage++;
            }
            add(stage, lowered.operation()::backward, lowered.operation().roomsBack());
            for (Value value : lowered.reads()) {
                int level = stage;
                value.gradient().ifPresent(room -> known.put(room, level));
            }
        }
    }

    private void add(int stage, Consumer<Worker> part, List<Room> used) {
        while (stages.size() <= stage) {
            stages.add(new Stage());
        }
        int number = stages.get(stage).add(part);
        used.forEach(room -> room.use(stage, number));
    }
}

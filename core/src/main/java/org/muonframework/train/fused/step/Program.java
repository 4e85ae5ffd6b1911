package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.kernel.Panels;

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
    private final List<NormaliseOperation> normalisations;
    private final List<DenseOperation> transposing;
    private final Totals totals;
    private final State state;
    private final int batchRows;

    /**
     * For training a network.
     *
     * @param parameters where its parameters lie
     * @param batchRows most rows of a batch
     * @param slices most slices of a batch
     * @param workers number of threads
     */
    public Program(
            Architecture architecture, Parameters parameters, Losses losses, int batchRows, int slices, int workers) {
        this.batchRows = batchRows;
        totals = new Totals(architecture.outputs().size(), slices);
        Lowering lowering = new Lowering(architecture, parameters, slices, workers);
        List<LossOperation> ends = ends(architecture, lowering, losses);
        rooms = lowering.rooms();
        dropouts = lowering.dropouts();
        normalisations = lowering.normalisations();
        transposing = lowering.transposing();
        state = lowering.state();
        int last = scheduleForward(lowering.operations());
        int back = scheduleLosses(ends, losses, last);
        scheduleBack(lowering.operations(), ends, back);
    }

    /** The stages in order. */
    public List<Stage> stages() {
        return stages;
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

    /** Workers with their rooms, each with kernels of its own. */
    public List<Worker> hire(List<Kernels> kernels) {
        float[][] shared = new float[rooms.size()][0];
        for (Room room : rooms) {
            if (room.spans()) {
                shared[room.index()] =
                        new float[Math.multiplyExact(Panels.filled(batchRows, Panels.ROWS), room.columns())];
            }
        }
        List<Worker> workers = new ArrayList<>();
        kernels.forEach(own -> workers.add(Worker.forBlocks(workers.size(), own, rooms, shared)));
        return workers;
    }

    /** After a step that changed the parameters: moves the running averages. */
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
                .mapToInt(input -> Math.toIntExact(input.shape().elements()))
                .sum();
        int truths = 0;
        for (int i = 0; i < losses.size(); i++) {
            truths += losses.truthWidth(i);
        }
        Room weights = lowering.rows(1);
        fetch(new InputOperation(column + truths, weights), weights);
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
        LossOperation any = ends.get(0);
        add(last, any::weigh, List.of(any.weights()));
        boolean apart = false;
        for (LossOperation end : ends) {
            apart |= !losses.additive(end.output());
        }
        int back = apart ? last + 1 : last;
        for (LossOperation end : ends) {
            List<Room> used = new ArrayList<>(List.of(end.z(), end.truth(), end.weights()));
            end.dz().ifPresent(used::add);
            if (losses.additive(end.output())) {
                add(back, end::judge, used);
            } else {
                used.forEach(room -> room.use(last));
                WholeLoss whole = new WholeLoss(end, batchRows);
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
        stages.get(stage).add(part);
        used.forEach(room -> room.use(stage));
    }
}

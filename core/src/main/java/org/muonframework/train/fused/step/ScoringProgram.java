package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.neural.store.Tensor;

/** The order of work of scoring: all operations forward, for a block of rows at a time. */
public final class ScoringProgram {

    private final List<Operation> operations = new ArrayList<>();
    private final List<Operation> inputs = new ArrayList<>();
    private final List<Room> outputs = new ArrayList<>();
    private final List<Room> rooms;
    private final Blocks blocks;
    private final Memory memory;

    /** For a network without dropout, with these parameters. */
    public ScoringProgram(Architecture architecture, Parameters parameters, List<Tensor> tensors) {
        Lowering lowering = new Lowering(architecture, parameters);
        parameters.unpack(tensors, lowering.state().values(), lowering.state().running());
        int part = 0;
        for (Lowered lowered : lowering.operations()) {
            (lowered.reads().isEmpty() ? inputs : operations).add(lowered.operation());
            for (Room room : lowered.rooms()) {
                room.use(0, part);
            }
            part++;
        }
        for (Architecture.Output output : architecture.outputs()) {
            Room room = lowering.end(output).room();
            room.use(0, part);
            outputs.add(room);
        }
        rooms = lowering.rooms();
        blocks = Blocks.of(architecture);
        memory = new Memory(rooms, blocks.rows());
    }

    /** How rows are divided. */
    public Blocks blocks() {
        return blocks;
    }

    /** A worker with rooms for one block. */
    public Worker hire(Kernels kernels) {
        return new Worker(0, kernels, rooms, memory, memory.ofBatch(0));
    }

    /** Number of inputs. */
    public int inputs() {
        return inputs.size();
    }

    /** Whether an input takes images. */
    public boolean takesImages(int input) {
        return inputs.get(input) instanceof ImageOperation;
    }

    /** Values of an input of columns in a row; 0 of one that takes images. */
    public int inputWidth(int input) {
        return inputs.get(input) instanceof InputOperation columns ? columns.x().width() : 0;
    }

    /** Values of an output in a row. */
    public int outputWidth(int output) {
        return outputs.get(output).width();
    }

    /** Number of outputs. */
    public int outputs() {
        return outputs.size();
    }

    /** Puts rows of an input of columns into a worker's rooms. */
    public void load(Worker worker, int input, float[] values) {
        Room room = ((InputOperation) inputs.get(input)).x();
        float[] target = worker.array(room);
        int at = worker.from(room);
        for (int row = 0; row < worker.rows(); row++) {
            for (int first = 0; first < room.width(); first += room.together(first)) {
                int from = row * room.width() + first;
                System.arraycopy(values, from, target, at + room.place(row, first), room.together(first));
            }
        }
    }

    /** Puts images, one for each row, into a worker's rooms. */
    public void load(Worker worker, int input, SparseImages images) {
        ((ImageOperation) inputs.get(input)).load(worker, images);
    }

    /** Computes. */
    public void run(Worker worker) {
        for (int i = 0; i < operations.size(); i++) {
            operations.get(i).forward(worker);
        }
    }

    /** Takes an output, row by row. */
    public void unload(Worker worker, int output, float[] values, int at) {
        Room room = outputs.get(output);
        float[] source = worker.array(room);
        int from = worker.from(room);
        for (int row = 0, to = at; row < worker.rows(); row++) {
            for (int column = 0; column < room.width(); column++, to++) {
                values[to] = source[from + room.place(row, column)];
            }
        }
    }
}

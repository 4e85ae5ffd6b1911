package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.neural.store.Tensor;

/** The order of work of scoring: all operations forward, for a block of rows at a time. */
public final class ScoringProgram {

    private final List<Operation> operations = new ArrayList<>();
    private final List<Room> inputs = new ArrayList<>();
    private final List<Room> outputs = new ArrayList<>();
    private final List<Room> rooms;

    /** For a network without dropout, with these parameters. */
    public ScoringProgram(Architecture architecture, Parameters parameters, List<Tensor> tensors) {
        Lowering lowering = new Lowering(architecture, parameters);
        parameters.unpack(tensors, lowering.state().values(), lowering.state().running());
        for (Lowered lowered : lowering.operations()) {
            if (lowered.operation() instanceof InputOperation input) {
                inputs.add(input.x());
            } else {
                operations.add(lowered.operation());
            }
            lowered.rooms().forEach(room -> room.use(0));
        }
        architecture
                .outputs()
                .forEach(output -> outputs.add(lowering.end(output).room()));
        rooms = lowering.rooms();
    }

    /** A worker with rooms for one block. */
    public Worker hire(Kernels kernels) {
        return Worker.forBlocks(0, kernels, rooms, new float[rooms.size()][0]);
    }

    /** Number of inputs. */
    public int inputs() {
        return inputs.size();
    }

    /** Values of an input in a row. */
    public int inputWidth(int input) {
        return inputs.get(input).width();
    }

    /** Values of an output in a row. */
    public int outputWidth(int output) {
        return outputs.get(output).width();
    }

    /** Number of outputs. */
    public int outputs() {
        return outputs.size();
    }

    /** Puts rows of an input into a worker's rooms. */
    public void load(Worker worker, int input, float[] values) {
        Room room = inputs.get(input);
        for (int row = 0; row < worker.rows(); row++) {
            for (int first = 0; first < room.width(); first += room.together(first)) {
                int from = row * room.width() + first;
                System.arraycopy(values, from, worker.array(room), room.place(row, first), room.together(first));
            }
        }
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
        for (int row = 0, to = at; row < worker.rows(); row++) {
            for (int column = 0; column < room.width(); column++, to++) {
                values[to] = source[room.place(row, column)];
            }
        }
    }
}

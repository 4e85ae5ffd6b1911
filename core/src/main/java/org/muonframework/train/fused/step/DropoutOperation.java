package org.muonframework.train.fused.step;

import java.util.List;
import java.util.Optional;
import org.muonframework.train.fused.kernel.Panels;

/**
 * A dropout layer.
 *
 * @param index its number among the masks of a batch
 * @param factor of what is kept
 * @param x its input
 * @param y its output, perhaps in the same room
 * @param d gradient of its output, which becomes that of its input, if anybody needs it
 */
record DropoutOperation(int index, float factor, Room x, Room y, Optional<Room> d) implements Operation {

    @Override
    public void forward(Worker worker) {
        float[] target = worker.array(y);
        int at = worker.from(y);
        if (x != y) {
            System.arraycopy(worker.array(x), worker.from(x), target, at, Panels.ROWS * y.columns());
        }
        worker.kernels()
                .drop(
                        worker.rows(),
                        y.columns(),
                        y.width(),
                        target,
                        at,
                        worker.row(),
                        worker.batch().masks().get(index),
                        factor);
    }

    @Override
    public void backward(Worker worker) {
        d.ifPresent(room -> worker.kernels()
                .dropBack(
                        worker.rows(),
                        y.columns(),
                        worker.array(y),
                        worker.from(y),
                        worker.array(room),
                        worker.from(room),
                        factor));
    }

    @Override
    public List<Room> roomsBack() {
        return d.map(room -> List.of(y, room)).orElse(List.of());
    }
}

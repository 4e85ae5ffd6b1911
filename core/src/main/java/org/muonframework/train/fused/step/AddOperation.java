package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.train.fused.kernel.Panels;

/**
 * The sum of several values.
 *
 * @param x inputs
 * @param y output
 * @param dx gradients of the inputs, where anybody needs them
 * @param dy gradient of the output
 */
record AddOperation(List<Room> x, Room y, List<Optional<Room>> dx, Optional<Room> dy) implements Operation {

    @Override
    public void forward(Worker worker) {
        float[] sum = worker.array(y);
        int at = worker.from(y);
        System.arraycopy(worker.array(x.get(0)), worker.from(x.get(0)), sum, at, Panels.ROWS * y.columns());
        for (Room other : x.subList(1, x.size())) {
            worker.kernels().add(worker.rows(), y.columns(), worker.array(other), worker.from(other), sum, at);
        }
    }

    @Override
    public void backward(Worker worker) {
        for (Optional<Room> target : dx) {
            target.ifPresent(room -> System.arraycopy(
                    worker.array(dy.orElseThrow()),
                    worker.from(dy.orElseThrow()),
                    worker.array(room),
                    worker.from(room),
                    Panels.ROWS * room.columns()));
        }
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>();
        dy.ifPresent(rooms::add);
        dx.forEach(target -> target.ifPresent(rooms::add));
        return rooms;
    }
}

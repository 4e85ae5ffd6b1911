package org.muonframework.train.fused.step;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.ActivationFunction;

/**
 * An elementwise function.
 *
 * @param x its input
 * @param y its output, perhaps in the same room
 * @param d gradient of its output, which becomes that of its input, if anybody needs it
 */
record ActivationOperation(ActivationFunction function, Room x, Room y, Optional<Room> d) implements Operation {

    @Override
    public void forward(Worker worker) {
        float[] values = worker.array(x);
        int from = worker.from(x);
        float[] results = worker.array(y);
        int to = worker.from(y);
        if (x.isVolume()) {
            worker.volumes().activate(function, x.volume(), values, from, y.volume(), results, to);
        } else {
            worker.kernels().activate(function, worker.rows(), x.columns(), values, from, results, to);
        }
    }

    @Override
    public void backward(Worker worker) {
        d.ifPresent(room -> backward(worker, saved(), room));
    }

    private void backward(Worker worker, Room saved, Room room) {
        float[] values = worker.array(saved);
        int from = worker.from(saved);
        float[] slopes = worker.array(room);
        int to = worker.from(room);
        if (x.isVolume()) {
            worker.volumes().activateBack(function, saved.volume(), values, from, room.volume(), slopes, to);
        } else {
            worker.kernels().activateBack(function, worker.rows(), room.columns(), values, from, slopes, to);
        }
    }

    @Override
    public List<Room> roomsBack() {
        return d.map(room -> List.of(saved(), room)).orElse(List.of());
    }

    private Room saved() {
        return function == ActivationFunction.SWISH ? x : y;
    }
}

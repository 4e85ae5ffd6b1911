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
        worker.kernels()
                .activate(
                        function,
                        worker.rows(),
                        x.columns(),
                        worker.array(x),
                        worker.from(x),
                        worker.array(y),
                        worker.from(y));
    }

    @Override
    public void backward(Worker worker) {
        Room saved = saved();
        d.ifPresent(room -> worker.kernels()
                .activateBack(
                        function,
                        worker.rows(),
                        room.columns(),
                        worker.array(saved),
                        worker.from(saved),
                        worker.array(room),
                        worker.from(room)));
    }

    @Override
    public List<Room> roomsBack() {
        return d.map(room -> List.of(saved(), room)).orElse(List.of());
    }

    private Room saved() {
        return function == ActivationFunction.SWISH ? x : y;
    }
}

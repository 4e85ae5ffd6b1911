package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sum of several values.
 *
 * @param x inputs
 * @param y output, perhaps in the room of the first input
 * @param dx gradients of the inputs, where anybody needs them
 * @param dy gradient of the output, perhaps in the room of that of the first input
 */
record AddOperation(List<Room> x, Room y, List<Optional<Room>> dx, Optional<Room> dy) implements Operation {

    @Override
    public void forward(Worker worker) {
        if (x.get(0) != y) {
            worker.copy(x.get(0), y);
        }
        for (Room other : x.subList(1, x.size())) {
            worker.add(other, y);
        }
    }

    @Override
    public void backward(Worker worker) {
        for (Optional<Room> target : dx) {
            target.filter(room -> room != dy.orElseThrow()).ifPresent(room -> worker.copy(dy.orElseThrow(), room));
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

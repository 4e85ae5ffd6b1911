package org.muonframework.train.fused.step;

import java.util.List;

/**
 * Several volumes one after the other, channel by channel: most lie in the room of the result already, and only the others
 * are copied.
 *
 * @param forward what is copied to where on the way forward
 * @param backward likewise on the way back
 */
record StackOperation(List<Copy> forward, List<Copy> backward) implements Operation {

    StackOperation {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /** A copy from one room to another. */
    record Copy(Room from, Room to) {}

    @Override
    public void forward(Worker worker) {
        forward.forEach(copy -> worker.copy(copy.from(), copy.to()));
    }

    @Override
    public void backward(Worker worker) {
        backward.forEach(copy -> worker.copy(copy.from(), copy.to()));
    }

    @Override
    public List<Room> roomsBack() {
        return backward.stream()
                .flatMap(copy -> List.of(copy.from(), copy.to()).stream())
                .toList();
    }
}

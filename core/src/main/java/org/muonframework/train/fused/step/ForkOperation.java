package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;

/**
 * Values that several layers read: on the way back their gradients add up.
 *
 * @param sum gradient from the first reader, which becomes that of the values
 * @param others gradients from the other readers
 */
record ForkOperation(Room sum, List<Room> others) implements Operation {

    /** The readers look at the same room: nothing is to be done. */
    @Override
    public void forward(Worker worker) {}

    @Override
    public void backward(Worker worker) {
        others.forEach(part -> worker.add(part, sum));
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>(others);
        rooms.add(sum);
        return rooms;
    }
}

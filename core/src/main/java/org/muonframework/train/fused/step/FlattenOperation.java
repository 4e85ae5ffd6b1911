package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All values of a volume as a row, or a row as a volume.
 *
 * @param x its input
 * @param y its output; one of the two is a volume
 * @param dx gradient of the input, if anybody needs it
 * @param dy gradient of the output, likewise
 */
record FlattenOperation(Room x, Room y, Optional<Room> dx, Optional<Room> dy) implements Operation {

    @Override
    public void forward(Worker worker) {
        move(worker, x, y);
    }

    @Override
    public void backward(Worker worker) {
        dx.ifPresent(room -> move(worker, dy.orElseThrow(), room));
    }

    private static void move(Worker worker, Room from, Room to) {
        float[] values = worker.array(from);
        int first = worker.from(from);
        float[] copies = worker.array(to);
        int at = worker.from(to);
        if (from.isVolume()) {
            worker.volumes().flatten(worker.rows(), from.volume(), values, first, copies, at);
        } else {
            worker.volumes().unflatten(worker.rows(), values, first, to.volume(), copies, at);
        }
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>();
        dx.ifPresent(rooms::add);
        dy.ifPresent(rooms::add);
        return rooms;
    }
}

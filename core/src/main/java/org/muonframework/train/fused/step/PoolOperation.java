package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.Layer.PoolKind;
import org.muonframework.train.fused.kernel.Window;

/**
 * Mean, maximum or sum over windows of each channel.
 *
 * @param x its input
 * @param y its output
 * @param dx gradient of the input, if anybody needs it
 * @param dy gradient of the output, likewise
 */
record PoolOperation(PoolKind kind, Window window, Room x, Room y, Optional<Room> dx, Optional<Room> dy)
        implements Operation {

    @Override
    public void forward(Worker worker) {
        worker.volumes()
                .pool(
                        kind,
                        window,
                        x.volume(),
                        worker.array(x),
                        worker.from(x),
                        y.volume(),
                        worker.array(y),
                        worker.from(y));
    }

    @Override
    public void backward(Worker worker) {
        dx.ifPresent(room -> backward(worker, dy.orElseThrow(), room));
    }

    private void backward(Worker worker, Room d, Room room) {
        worker.volumes()
                .poolBack(
                        kind,
                        window,
                        d.volume(),
                        worker.array(d),
                        worker.from(d),
                        x.volume(),
                        worker.array(x),
                        worker.from(x),
                        room.volume(),
                        worker.array(room),
                        worker.from(room));
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>();
        dx.ifPresent(rooms::add);
        dy.ifPresent(rooms::add);
        if (dx.isPresent() && kind == PoolKind.MAX) {
            rooms.add(x);
        }
        return rooms;
    }
}

package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.Layer.PoolKind;
import org.muonframework.train.fused.kernel.Volume;
import org.muonframework.train.fused.kernel.VolumeKernels;

/**
 * The means of the channels of a volume, from which squeeze-and-excitation makes its factors. On the way back it gives the
 * whole gradient of the volume, that by the product with the factors and that by the means, channel by channel while it
 * lies in the cache.
 *
 * @param x the volume
 * @param y its means, a row
 * @param dy their gradient
 * @param factors a row with a value for each channel
 * @param d gradient of the product, which becomes that of the volume, if anybody needs it
 */
record MeansOperation(Room x, Room y, Room dy, Room factors, Optional<Room> d) implements Operation {

    @Override
    public void forward(Worker worker) {
        worker.volumes()
                .poolAll(
                        PoolKind.MEAN,
                        worker.rows(),
                        x.volume(),
                        worker.array(x),
                        worker.from(x),
                        worker.array(y),
                        worker.from(y));
    }

    @Override
    public void backward(Worker worker) {
        d.ifPresent(room -> {
            for (int channel = 0; channel < room.channels(); channel++) {
                backward(worker, room, channel);
            }
        });
    }

    private void backward(Worker worker, Room room, int channel) {
        VolumeKernels kernels = worker.volumes();
        Volume one = room.volume().of(1);
        float[] slopes = worker.array(room);
        int at = worker.from(room) + room.volume().channel(channel);
        int column = worker.from(factors) + factors.place(0, channel);
        kernels.scale(worker.rows(), one, slopes, at, worker.array(factors), column, one, slopes, at);
        float[] ofMeans = worker.scratch(one.size());
        int of = worker.from(y) + y.place(0, channel);
        int from = worker.from(dy) + dy.place(0, channel);
        kernels.poolAllBack(
                PoolKind.MEAN,
                worker.rows(),
                worker.array(y),
                of,
                worker.array(dy),
                from,
                one,
                slopes,
                at,
                one,
                ofMeans,
                0);
        kernels.add(one, ofMeans, 0, one, slopes, at);
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>();
        d.ifPresent(room -> rooms.addAll(List.of(room, dy, factors)));
        return rooms;
    }
}

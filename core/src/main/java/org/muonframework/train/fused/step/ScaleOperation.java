package org.muonframework.train.fused.step;

import java.util.List;

/**
 * Multiplies each channel of a volume with a factor of its own, as squeeze-and-excitation does.
 *
 * @param x the volume
 * @param factors a row with a value for each channel
 * @param y the product
 * @param d gradient of the product
 * @param slopes gradient of the factors
 */
record ScaleOperation(Room x, Room factors, Room y, Room d, Room slopes) implements Operation {

    @Override
    public void forward(Worker worker) {
        worker.volumes()
                .scale(
                        worker.rows(),
                        x.volume(),
                        worker.array(x),
                        worker.from(x),
                        worker.array(factors),
                        worker.from(factors),
                        y.volume(),
                        worker.array(y),
                        worker.from(y));
    }

    /** The gradient of the factors; that of the volume is {@link MeansOperation}'s, which knows both ways to it. */
    @Override
    public void backward(Worker worker) {
        worker.volumes()
                .scaleSums(
                        worker.rows(),
                        d.volume(),
                        worker.array(d),
                        worker.from(d),
                        x.volume(),
                        worker.array(x),
                        worker.from(x),
                        worker.array(slopes),
                        worker.from(slopes));
    }

    @Override
    public List<Room> roomsBack() {
        return List.of(x, d, slopes);
    }
}

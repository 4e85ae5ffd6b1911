package org.muonframework.train.fused.step;

import java.util.Arrays;
import java.util.List;
import org.muonframework.spi.train.SparseImages;

/**
 * An input of the network that takes images: puts their hits where the layers read them.
 *
 * @param input number of the input
 * @param x its room
 */
record ImageOperation(int input, Room x) implements Operation {

    @Override
    public void forward(Worker worker) {
        Batch batch = worker.batch();
        clear(worker);
        SparseImages images = batch.records().images(input);
        for (int i = 0; i < worker.rows(); i++) {
            add(worker, i, images, batch.row(worker.row() + i));
        }
    }

    /** Puts images into a block, one for each of its rows. */
    void load(Worker worker, SparseImages images) {
        clear(worker);
        for (int i = 0; i < worker.rows(); i++) {
            add(worker, i, images, i);
        }
    }

    private void clear(Worker worker) {
        int from = worker.from(x);
        Arrays.fill(worker.array(x), from, from + x.size(worker.blockRows()), 0);
    }

    private void add(Worker worker, int row, SparseImages images, int image) {
        float[] target = worker.array(x);
        int from = worker.from(x);
        Room.Cells cells = x.places();
        for (int hit = images.starts()[image]; hit < images.ends()[image]; hit++) {
            target[from + cells.place(row, images.cells()[hit])] += images.values()[hit];
        }
    }

    @Override
    public void backward(Worker worker) {}

    @Override
    public List<Room> roomsBack() {
        return List.of();
    }
}

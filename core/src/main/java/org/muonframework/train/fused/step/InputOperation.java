package org.muonframework.train.fused.step;

import java.util.List;

/**
 * One input of the network: copies the rows of the batch to where the layers read them.
 *
 * @param column where it begins in a record
 * @param x its room
 */
record InputOperation(int column, Room x) implements Operation {

    @Override
    public void forward(Worker worker) {
        Batch batch = worker.batch();
        float[] target = worker.array(x);
        int at = worker.from(x);
        for (int i = 0; i < worker.rows(); i++) {
            int row = batch.row(worker.row() + i);
            for (int first = 0; first < x.width(); first += x.together(first)) {
                batch.records().copy(row, column + first, x.together(first), target, at + x.place(i, first));
            }
        }
    }

    @Override
    public void backward(Worker worker) {}

    @Override
    public List<Room> roomsBack() {
        return List.of();
    }
}

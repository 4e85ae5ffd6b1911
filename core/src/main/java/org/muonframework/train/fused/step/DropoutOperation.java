package org.muonframework.train.fused.step;

import java.util.List;
import java.util.Optional;
import org.muonframework.train.neural.data.DropoutMask;

/**
 * A dropout layer.
 *
 * @param index its number among the masks of a batch
 * @param factor of what is kept
 * @param x its input
 * @param y its output, perhaps in the same room
 * @param d gradient of its output, which becomes that of its input, if anybody needs it
 */
record DropoutOperation(int index, float factor, Room x, Room y, Optional<Room> d) implements Operation {

    @Override
    public void forward(Worker worker) {
        if (x != y) {
            worker.copy(x, y);
        }
        float[] target = worker.array(y);
        int at = worker.from(y);
        DropoutMask mask = worker.batch().masks().get(index);
        if (y.isVolume()) {
            drop(worker, target, at, mask);
        } else {
            worker.kernels().drop(worker.rows(), y.columns(), y.width(), target, at, worker.row(), mask, factor);
        }
    }

    /** As {@link org.muonframework.train.fused.kernel.Kernels#drop} does it, cell by cell. */
    private void drop(Worker worker, float[] target, int at, DropoutMask mask) {
        Room.Cells cells = y.places();
        for (int cell = 0; cell < y.width(); cell++) {
            int place = at + cells.place(0, cell);
            int position = worker.row() * y.width() + cell;
            for (int row = 0; row < worker.rows(); row++, position += y.width()) {
                target[place + row] = mask.drops(position) ? -0.0f : target[place + row] * factor + 0.0f;
            }
        }
    }

    @Override
    public void backward(Worker worker) {
        d.ifPresent(room -> backward(worker, room));
    }

    private void backward(Worker worker, Room room) {
        float[] saved = worker.array(y);
        int from = worker.from(y);
        float[] slopes = worker.array(room);
        int to = worker.from(room);
        if (y.isVolume()) {
            dropBack(worker, saved, from, room, slopes, to);
        } else {
            worker.kernels().dropBack(worker.rows(), y.columns(), saved, from, slopes, to, factor);
        }
    }

    private void dropBack(Worker worker, float[] saved, int from, Room room, float[] slopes, int to) {
        Room.Cells cells = y.places();
        Room.Cells targets = room.places();
        for (int cell = 0; cell < y.width(); cell++) {
            int place = from + cells.place(0, cell);
            int target = to + targets.place(0, cell);
            for (int row = 0; row < worker.rows(); row++) {
                boolean dropped = Float.floatToRawIntBits(saved[place + row]) == Integer.MIN_VALUE;
                slopes[target + row] = dropped ? 0 : slopes[target + row] * factor;
            }
        }
    }

    @Override
    public List<Room> roomsBack() {
        return d.map(room -> List.of(y, room)).orElse(List.of());
    }
}

package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several values side by side.
 *
 * @param x inputs
 * @param y output
 * @param dx gradients of the inputs, where anybody needs them
 * @param dy gradient of the output
 */
record ConcatOperation(List<Room> x, Room y, List<Optional<Room>> dx, Optional<Room> dy) implements Operation {

    @Override
    public void forward(Worker worker) {
        int column = 0;
        for (Room part : x) {
            copy(worker, part, 0, y, column, part.width());
            column += part.width();
        }
    }

    @Override
    public void backward(Worker worker) {
        int column = 0;
        for (int i = 0; i < x.size(); i++) {
            int width = x.get(i).width();
            if (dx.get(i).isPresent()) {
                copy(worker, dy.orElseThrow(), column, dx.get(i).get(), 0, width);
            }
            column += width;
        }
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>();
        dy.ifPresent(rooms::add);
        dx.forEach(target -> target.ifPresent(rooms::add));
        return rooms;
    }

    private static void copy(Worker worker, Room source, int column, Room target, int at, int width) {
        float[] values = worker.array(source);
        float[] copies = worker.array(target);
        int from = worker.from(source);
        int to = worker.from(target);
        for (int done = 0, count; done < width; done += count) {
            count = Math.min(width - done, Math.min(source.together(column + done), target.together(at + done)));
            for (int row = 0; row < worker.rows(); row++) {
                int place = from + source.place(row, column + done);
                System.arraycopy(values, place, copies, to + target.place(row, at + done), count);
            }
        }
    }
}

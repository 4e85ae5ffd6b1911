package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mean of squared differences of two values.
 *
 * @param x the two inputs
 * @param y output, one value a row
 * @param dx gradients of the inputs, where anybody needs them
 * @param dy gradient of the output, if anybody needs it
 */
record DifferenceOperation(List<Room> x, Room y, List<Optional<Room>> dx, Optional<Room> dy) implements Operation {

    @Override
    public void forward(Worker worker) {
        float[] values = worker.array(y);
        int width = x.get(0).width();
        for (int row = 0; row < worker.rows(); row++) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                double difference = difference(worker, row, i);
                sum += difference * difference;
            }
            values[worker.from(y) + y.place(row, 0)] = (float) (sum / width);
        }
    }

    @Override
    public void backward(Worker worker) {
        backward(worker, dx.get(0), 1);
        backward(worker, dx.get(1), -1);
    }

    private void backward(Worker worker, Optional<Room> target, int sign) {
        if (target.isEmpty()) {
            return;
        }
        Room room = target.get();
        Room from = dy.orElseThrow();
        float[] gradient = worker.array(room);
        float[] slopes = worker.array(from);
        int width = x.get(0).width();
        for (int row = 0; row < worker.rows(); row++) {
            float factor = 2 * sign * slopes[worker.from(from) + from.place(row, 0)] / width;
            for (int i = 0; i < width; i++) {
                gradient[worker.from(room) + room.place(row, i)] = factor * difference(worker, row, i);
            }
        }
    }

    private float difference(Worker worker, int row, int i) {
        Room first = x.get(0);
        Room second = x.get(1);
        return worker.array(first)[worker.from(first) + first.place(row, i)]
                - worker.array(second)[worker.from(second) + second.place(row, i)];
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>(x);
        dy.ifPresent(rooms::add);
        dx.forEach(target -> target.ifPresent(rooms::add));
        return rooms;
    }
}

package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.kernel.Panels;

/**
 * A dense layer, with the rectifier behind it if there is one.
 *
 * @param state the parameters
 * @param panels form of the weights
 * @param weight where they lie
 * @param bias where the bias lies, or −1
 * @param transposed where the weights of the way back lie
 * @param rectify whether what is negative becomes 0
 * @param zeros zeros, at least a row
 * @param x inputs
 * @param y outputs
 * @param dx gradient of the inputs, if anybody needs it
 * @param dy gradient of the outputs
 */
record DenseOperation(
        State state,
        Panels panels,
        int weight,
        int bias,
        int transposed,
        boolean rectify,
        float[] zeros,
        Room x,
        Room y,
        Optional<Room> dx,
        Room dy)
        implements Operation {

    @Override
    public void forward(Worker worker) {
        float[] start = bias < 0 ? zeros : state.values();
        worker.kernels()
                .product(
                        worker.rows(),
                        worker.array(x),
                        worker.from(x),
                        panels,
                        state.values(),
                        weight,
                        start,
                        Math.max(0, bias),
                        rectify,
                        worker.array(y),
                        worker.from(y));
    }

    @Override
    public void backward(Worker worker) {
        Kernels kernels = worker.kernels();
        float[] d = worker.array(dy);
        int from = worker.from(dy);
        if (rectify) {
            kernels.activateBack(
                    ActivationFunction.RELU, worker.rows(), y.columns(), worker.array(y), worker.from(y), d, from);
        }
        float[] gradient = state.gradients()[worker.slice()];
        kernels.outer(
                worker.rows(), worker.array(x), worker.from(x), d, from, panels, worker.starts(), gradient, weight);
        if (bias >= 0) {
            kernels.columnSums(worker.rows(), dy.columns(), d, from, worker.starts(), gradient, bias);
        }
        dx.ifPresent(room -> inputGradient(worker, d, from, room));
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>(List.of(x, dy));
        if (rectify) {
            rooms.add(y);
        }
        dx.ifPresent(rooms::add);
        return rooms;
    }

    private void inputGradient(Worker worker, float[] d, int from, Room room) {
        worker.kernels()
                .product(
                        worker.rows(),
                        d,
                        from,
                        panels.transposed(),
                        state.transposed(),
                        transposed,
                        zeros,
                        0,
                        false,
                        worker.array(room),
                        worker.from(room));
    }

    /** Rewrites part of the weights of the way back: those to some of the inputs. */
    void transpose(int fromInput, int toInput) {
        Panels back = panels.transposed();
        for (int input = fromInput; input < toInput; input++) {
            for (int output = 0; output < panels.outputs(); output++) {
                state.transposed()[transposed + back.index(output, input)] =
                        state.values()[weight + panels.index(input, output)];
            }
        }
    }
}

package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.train.fused.kernel.Filter;
import org.muonframework.train.fused.kernel.VolumeKernels;

/**
 * A convolution.
 *
 * @param state the parameters
 * @param filter form of the weights
 * @param weight where they lie
 * @param bias where the bias lies, or −1
 * @param zeros zeros, at least one for each output channel
 * @param x inputs
 * @param y outputs
 * @param dx gradient of the inputs, if anybody needs it
 * @param dy gradient of the outputs
 */
record ConvolutionOperation(
        State state, Filter filter, int weight, int bias, float[] zeros, Room x, Room y, Optional<Room> dx, Room dy)
        implements Operation {

    /** Makes the borders of the rooms as wide as the filter needs them. */
    ConvolutionOperation {
        x.reach(filter.window().padding());
        dy.reach(filter.window().borderBack(x.cells()));
    }

    @Override
    public void forward(Worker worker) {
        worker.volumes()
                .convolve(
                        x.volume(),
                        worker.array(x),
                        worker.from(x),
                        filter,
                        state.values(),
                        weight,
                        bias < 0 ? zeros : state.values(),
                        Math.max(0, bias),
                        y.volume(),
                        worker.array(y),
                        worker.from(y));
    }

    @Override
    public void backward(Worker worker) {
        VolumeKernels kernels = worker.volumes();
        float[] d = worker.array(dy);
        int from = worker.from(dy);
        float[] gradient = state.gradients()[worker.slice()];
        boolean starts = worker.starts();
        kernels.convolveOuter(
                x.volume(), worker.array(x), worker.from(x), dy.volume(), d, from, filter, starts, gradient, weight);
        if (bias >= 0) {
            kernels.channelSums(worker.rows(), dy.volume(), d, from, starts, gradient, bias);
        }
        dx.ifPresent(room -> kernels.convolveBack(
                dy.volume(),
                d,
                from,
                filter,
                state.values(),
                weight,
                room.volume(),
                worker.array(room),
                worker.from(room)));
    }

    @Override
    public List<Room> roomsBack() {
        List<Room> rooms = new ArrayList<>(List.of(x, dy));
        dx.ifPresent(rooms::add);
        return rooms;
    }
}

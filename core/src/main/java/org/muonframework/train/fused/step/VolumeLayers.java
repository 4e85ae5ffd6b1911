package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Layer.PoolKind;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.fused.kernel.Filter;
import org.muonframework.train.fused.kernel.Panels;
import org.muonframework.train.fused.kernel.Window;
import org.muonframework.train.neural.weights.ParameterKind;

/** Makes the operations of layers that read or give volumes. */
final class VolumeLayers {

    private final Parameters parameters;
    private final State state;
    private final float[] zeros;
    private final Rooms rooms;
    private final DenseLayers dense;

    VolumeLayers(Parameters parameters, State state, float[] zeros, Rooms rooms, DenseLayers dense) {
        this.parameters = parameters;
        this.state = state;
        this.zeros = zeros;
        this.rooms = rooms;
        this.dense = dense;
    }

    Lowered convolve(int node, Layer.Convolution layer, Value x) {
        Window window = window(layer.kernel(), layer.stride(), layer.padding());
        Filter filter = new Filter(x.room().channels(), layer.channels(), window);
        Room y = rooms.volume(layer.channels(), window.places(x.room().cells()));
        Room dy = rooms.like(y);
        Operation operation = new ConvolutionOperation(
                state,
                filter,
                parameters.place(node, ParameterKind.WEIGHT),
                parameters.place(node, ParameterKind.BIAS),
                zeros,
                x.room(),
                y,
                x.gradient(),
                dy);
        return lowered(operation, x, y, Optional.of(dy), Value.Reuse.ANY);
    }

    Lowered pool(Layer.Pool layer, Value x) {
        Window window = window(layer.kernel(), layer.stride(), layer.padding());
        Room y = rooms.volume(x.room().channels(), window.places(x.room().cells()));
        Optional<Room> dy = x.gradient().map(room -> rooms.like(y));
        return lowered(
                new PoolOperation(layer.kind(), window, x.room(), y, x.gradient(), dy), x, y, dy, Value.Reuse.ANY);
    }

    Lowered poolAll(PoolKind kind, Value x) {
        Room y = rooms.panels(x.room().channels());
        Optional<Room> dy = x.gradient().map(room -> rooms.like(y));
        Value.Reuse reuse = kind == PoolKind.MAX ? Value.Reuse.NONE : Value.Reuse.ANY;
        return lowered(new GlobalPoolOperation(kind, x.room(), y, x.gradient(), dy), x, y, dy, reuse);
    }

    /** A volume as a row, a row as a volume, or the cells of a volume in another order of dimensions. */
    List<Lowered> reshape(Shape shape, Value x) {
        List<Lowered> steps = new ArrayList<>();
        if (x.room().isVolume()) {
            steps.add(flatten(x, rooms.panels(x.room().width())));
        }
        if (shape.rank() > 1) {
            Value row = steps.isEmpty() ? x : steps.get(0).gives().get(0);
            steps.add(flatten(row, rooms.of(shape)));
        }
        return steps;
    }

    private Lowered flatten(Value x, Room y) {
        Optional<Room> dy = x.gradient().map(room -> rooms.like(y));
        return lowered(new FlattenOperation(x.room(), y, x.gradient(), dy), x, y, dy, Value.Reuse.ANY);
    }

    /** Volumes one after the other; each that can, lies in the room of the result from the beginning. */
    Lowered stack(List<Value> reads) {
        int channels = reads.stream().mapToInt(value -> value.room().channels()).sum();
        Room y = rooms.volume(channels, reads.get(0).room().cells());
        boolean needed = reads.stream().anyMatch(value -> value.gradient().isPresent());
        Optional<Room> dy = needed ? Optional.of(rooms.like(y)) : Optional.empty();
        List<StackOperation.Copy> forward = new ArrayList<>();
        List<StackOperation.Copy> backward = new ArrayList<>();
        Value.Reuse reuse = Value.Reuse.ANY;
        int channel = 0;
        for (Value value : reads) {
            Room part = value.room();
            if (!part.join(y, channel)) {
                forward.add(new StackOperation.Copy(part, rooms.part(y, channel, part.channels())));
            } else if (value.reuse() != Value.Reuse.ANY) {
                reuse = Value.Reuse.NONE;
            }
            if (value.gradient().isPresent()) {
                Room slope = value.gradient().get();
                if (!slope.join(dy.orElseThrow(), channel)) {
                    backward.add(
                            new StackOperation.Copy(rooms.part(dy.orElseThrow(), channel, part.channels()), slope));
                }
            }
            channel += part.channels();
        }
        int level = reads.stream().mapToInt(Value::level).max().orElseThrow();
        return new Lowered(new StackOperation(forward, backward), reads, List.of(new Value(y, dy, level, reuse)));
    }

    /** Squeeze-and-excitation: two dense layers make of the means of the channels a factor for each of them. */
    List<Lowered> gate(int node, Value x) {
        List<Panels> panels = parameters.panels(node);
        List<Integer> weights = parameters.places(node, ParameterKind.WEIGHT);
        List<Integer> biases = parameters.places(node, ParameterKind.BIAS);
        int channels = x.room().channels();
        Room means = rooms.panels(channels);
        Room slopes = rooms.panels(channels);
        Value mean = new Value(means, Optional.of(slopes), x.level(), Value.Reuse.NONE);
        Lowered squeezed = dense.lower(panels.get(0), weights.get(0), biases.get(0), false, mean);
        Lowered bent = activate(
                ActivationFunction.SWISH,
                given(squeezed),
                rooms.like(given(squeezed).room()));
        Lowered excited = dense.lower(panels.get(1), weights.get(1), biases.get(1), false, given(bent));
        Lowered factors = activate(
                ActivationFunction.SIGMOID, given(excited), given(excited).room());
        Value gate = given(factors);
        Room y = rooms.like(x.room());
        Room d = x.gradient().orElseGet(() -> rooms.like(y));
        Operation first = new MeansOperation(x.room(), means, slopes, gate.room(), x.gradient());
        Operation last =
                new ScaleOperation(x.room(), gate.room(), y, d, gate.gradient().orElseThrow());
        Value product = new Value(y, Optional.of(d), x.level(), Value.Reuse.ANY);
        return List.of(
                new Lowered(first, List.of(x), List.of(mean)),
                squeezed,
                bent,
                excited,
                factors,
                new Lowered(last, List.of(x, gate), List.of(product)));
    }

    private static Lowered activate(ActivationFunction function, Value x, Room y) {
        return lowered(
                new ActivationOperation(function, x.room(), y, x.gradient()), x, y, x.gradient(), Value.Reuse.NONE);
    }

    private static Lowered lowered(Operation operation, Value x, Room y, Optional<Room> dy, Value.Reuse reuse) {
        return new Lowered(operation, List.of(x), List.of(new Value(y, dy, x.level(), reuse)));
    }

    private static Value given(Lowered lowered) {
        return lowered.gives().get(0);
    }

    private static Window window(List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
        return new Window(Rooms.grid(kernel, 1), Rooms.grid(stride, 1), Rooms.grid(padding, 0));
    }
}

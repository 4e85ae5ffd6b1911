package org.muonframework.train.fused.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.fused.kernel.Panels;
import org.muonframework.train.neural.weights.ParameterKind;

/**
 * Turns an architecture into operations with rooms, in the order of the way forward.
 *
 * <p>A batch normalisation gives its values a level more than it reads. A value that several layers read is forked into one
 * for each reader, so that every gradient has one source; a layer that leads to no output is left out, so that every value
 * has a reader. Functions of single values work in the room of their input where
 * nobody needs that any more.
 */
final class Lowering {

    private static final Set<ActivationFunction> KEEP_SIGN =
            Set.of(ActivationFunction.RELU, ActivationFunction.LEAKY_RELU);

    private final Architecture architecture;
    private final Readers readers;
    private final Parameters parameters;
    private final boolean training;
    private final int slices;
    private final int workers;
    private final State state;
    private final Map<String, Deque<Value>> values = new HashMap<>();
    private final Map<String, Shape> shapes;
    private final Rooms rooms;
    private final DenseLayers dense;
    private final VolumeLayers volumes;
    private final List<Lowered> operations = new ArrayList<>();
    private final List<NormaliseOperation> normalisations = new ArrayList<>();
    private final List<Integer> dropouts = new ArrayList<>();
    private final List<Integer> samplings = new ArrayList<>();

    /** For training. */
    Lowering(Architecture architecture, Parameters parameters, int slices, int workers) {
        this(architecture, parameters, true, slices, workers);
    }

    /** For scoring. */
    Lowering(Architecture architecture, Parameters parameters) {
        this(architecture, parameters, false, 0, 0);
    }

    private Lowering(Architecture architecture, Parameters parameters, boolean training, int slices, int workers) {
        this.training = training;
        this.architecture = architecture;
        this.readers = new Readers(architecture);
        this.parameters = parameters;
        this.slices = slices;
        this.workers = workers;
        this.shapes = architecture.shapes();
        this.rooms = new Rooms(parameters.width());
        int back = 0;
        int widest =
                shapes.values().stream().mapToInt(shape -> shape.size(0)).max().orElseThrow();
        for (int node = 0; node < architecture.nodes().size(); node++) {
            for (Panels panels : parameters.panels(node)) {
                back += panels.transposed().size();
                widest = Math.max(
                        widest, Math.max(panels.columns(), panels.transposed().columns()));
            }
        }
        state = State.of(parameters, back, slices);
        float[] zeros = new float[widest];
        dense = new DenseLayers(state, zeros, rooms);
        volumes = new VolumeLayers(parameters, state, zeros, rooms, dense);
        giveInputs();
        for (int node = 0; node < architecture.nodes().size(); node++) {
            if (readers.leadToOutputs(architecture.nodes().get(node).name())) {
                lower(node);
            }
        }
    }

    private void giveInputs() {
        int column = 0;
        for (int input = 0; input < architecture.inputs().size(); input++) {
            Architecture.Input place = architecture.inputs().get(input);
            Room room = rooms.of(place.shape());
            Value value = new Value(room, Optional.empty(), 0, Value.Reuse.ANY);
            Operation operation =
                    place.takesImage() ? new ImageOperation(input, room) : new InputOperation(column, room);
            give(place.name(), operation, List.of(), value);
            column += place.columns().size();
        }
    }

    /** The operations in order. */
    List<Lowered> operations() {
        return operations;
    }

    /** All rooms. */
    List<Room> rooms() {
        return rooms.all();
    }

    /** The numbers that operations work with. */
    State state() {
        return state;
    }

    /** The batch normalisations among the operations. */
    List<NormaliseOperation> normalisations() {
        return normalisations;
    }

    /** The dense layers among the operations whose weights are needed on the way back. */
    List<DenseOperation> transposing() {
        return dense.transposing();
    }

    /** The nodes of dropout layers, in the order of their masks. */
    List<Integer> dropouts() {
        return dropouts;
    }

    /** The nodes of sampling layers, in the order of their noises. */
    List<Integer> samplings() {
        return samplings;
    }

    /** The value of an output, for its loss. */
    Value end(Architecture.Output output) {
        return take(output.from());
    }

    /** A room whose rows lie one after the other. */
    Room rows(int width) {
        return rooms.rows(width);
    }

    private void lower(int node) {
        Architecture.Node place = architecture.nodes().get(node);
        if (values.containsKey(place.name())) {
            return;
        }
        List<Value> reads = place.from().stream().map(this::take).toList();
        Value x = reads.get(0);
        Layer layer = place.layer();
        if (layer instanceof Layer.Dense) {
            lowerDense(node, place.name(), x);
        } else if (layer instanceof Layer.Activation activation) {
            activation(place.name(), activation.function(), x);
        } else if (layer instanceof Layer.BatchNorm norm) {
            normalise(node, norm, place.name(), x);
        } else if (layer instanceof Layer.Dropout dropout) {
            drop(node, dropout, place.name(), x);
        } else if (layer instanceof Layer.Sample sample) {
            sample(node, sample, place.name(), reads);
        } else if (layer instanceof Layer.SquaredDifference) {
            compare(place.name(), reads);
        } else if (layer instanceof Layer.Concat) {
            concatenate(place.name(), reads);
        } else if (layer instanceof Layer.Add) {
            sum(place.name(), reads);
        } else if (layer instanceof Layer.Flatten || layer instanceof Layer.Reshape) {
            reshape(place, x);
        } else if (layer instanceof Layer.Convolution convolution) {
            give(place.name(), volumes.convolve(node, convolution, x));
        } else if (layer instanceof Layer.Pool pool) {
            give(place.name(), volumes.pool(pool, x));
        } else if (layer instanceof Layer.GlobalPool pool) {
            give(place.name(), volumes.poolAll(pool.kind(), x));
        } else if (layer instanceof Layer.SqueezeExcite) {
            give(place.name(), volumes.gate(node, x));
        } else {
            throw new IllegalArgumentException("node '" + place.name() + "' cannot be run: " + layer);
        }
    }

    private void lowerDense(int node, String name, Value x) {
        Optional<String> rectifier = readers.function(name)
                .filter(reader -> Readers.function(reader) == ActivationFunction.RELU)
                .map(Architecture.Node::name);
        Lowered lowered = dense.lower(
                parameters.panels(node).get(0),
                parameters.place(node, ParameterKind.WEIGHT),
                parameters.place(node, ParameterKind.BIAS),
                rectifier.isPresent(),
                x);
        give(rectifier.orElse(name), lowered);
    }

    private void reshape(Architecture.Node place, Value x) {
        Shape shape = shapes.get(place.name());
        if (shape.equals(shapes.get(place.from().get(0)))) {
            give(place.name(), x);
        } else {
            give(place.name(), volumes.reshape(shape, x));
        }
    }

    private void activation(String name, ActivationFunction function, Value x) {
        if (function == ActivationFunction.IDENTITY) {
            give(name, x);
            return;
        }
        boolean inPlace = x.reuse() == Value.Reuse.ANY && (function != ActivationFunction.SWISH || !training);
        Room y = inPlace ? x.room() : rooms.like(x.room());
        Value.Reuse reuse = function == ActivationFunction.SWISH
                ? Value.Reuse.ANY
                : KEEP_SIGN.contains(function) ? Value.Reuse.SIGN : Value.Reuse.NONE;
        give(
                name,
                new ActivationOperation(function, x.room(), y, x.gradient()),
                List.of(x),
                new Value(y, x.gradient(), x.level(), reuse));
    }

    private void normalise(int node, Layer.BatchNorm norm, String name, Value x) {
        BatchNormPlaces places = new BatchNormPlaces(
                parameters.place(node, ParameterKind.GAMMA),
                parameters.place(node, ParameterKind.BETA),
                parameters.place(node, ParameterKind.RUNNING_MEAN),
                parameters.place(node, ParameterKind.RUNNING_VAR),
                norm.epsilon(),
                norm.momentum());
        Optional<Architecture.Node> follower =
                readers.function(name).filter(any -> x.room().isVolume());
        Optional<ActivationFunction> function = follower.map(Readers::function);
        String last = follower.map(Architecture.Node::name).orElse(name);
        if (!training) {
            Room y = x.reuse() == Value.Reuse.NONE ? rooms.like(x.room()) : x.room();
            Value value = new Value(y, Optional.empty(), 0, Value.Reuse.ANY);
            Operation operation = new AffineOperation(state, places, x.room(), function, y);
            give(last, operation, List.of(x), value);
            return;
        }
        Room y = rooms.like(x.room());
        Room d = x.gradient().orElseGet(() -> rooms.like(x.room()));
        boolean onward = x.gradient().isPresent();
        NormaliseOperation operation =
                new NormaliseOperation(state, places, x.room(), function, y, d, onward, slices, workers);
        normalisations.add(operation);
        give(last, operation, List.of(x), new Value(y, Optional.of(d), x.level() + 1, Value.Reuse.ANY));
    }

    private void drop(int node, Layer.Dropout dropout, String name, Value x) {
        Room y = x.reuse() == Value.Reuse.NONE ? rooms.like(x.room()) : x.room();
        float factor = (float) (1 / (1 - dropout.rate()));
        DropoutOperation operation = new DropoutOperation(dropouts.size(), factor, x.room(), y, x.gradient());
        dropouts.add(node);
        give(name, operation, List.of(x), new Value(y, x.gradient(), x.level(), Value.Reuse.NONE));
    }

    /** Outside of training the mean. */
    private void sample(int node, Layer.Sample sample, String name, List<Value> reads) {
        Value mean = reads.get(0);
        if (!training) {
            give(name, mean);
            return;
        }
        Value logarithm = reads.get(1);
        Room y = rooms.like(mean.room());
        Optional<Room> dy = isNeeded(reads) ? Optional.of(rooms.like(y)) : Optional.empty();
        Operation operation = new SampleOperation(
                samplings.size(),
                (float) sample.clamp(),
                mean.room(),
                logarithm.room(),
                y,
                mean.gradient(),
                logarithm.gradient(),
                dy);
        samplings.add(node);
        give(name, operation, reads, new Value(y, dy, level(reads), Value.Reuse.ANY));
    }

    private void compare(String name, List<Value> reads) {
        Room y = rooms.panels(1);
        Optional<Room> dy = isNeeded(reads) ? Optional.of(rooms.panels(1)) : Optional.empty();
        Operation operation = new DifferenceOperation(rooms(reads), y, gradients(reads), dy);
        give(name, operation, reads, new Value(y, dy, level(reads), Value.Reuse.ANY));
    }

    private void concatenate(String name, List<Value> reads) {
        if (reads.get(0).room().isVolume()) {
            give(name, volumes.stack(reads));
            return;
        }
        int width = reads.stream().mapToInt(value -> value.room().width()).sum();
        Room y = rooms.panels(width);
        Optional<Room> dy = isNeeded(reads) ? Optional.of(rooms.panels(width)) : Optional.empty();
        Operation operation = new ConcatOperation(rooms(reads), y, gradients(reads), dy);
        give(name, operation, reads, new Value(y, dy, level(reads), Value.Reuse.ANY));
    }

    private void sum(String name, List<Value> reads) {
        Value first = reads.get(0);
        Room y = first.reuse() == Value.Reuse.ANY ? first.room() : rooms.like(first.room());
        Optional<Room> dy = first.gradient();
        if (dy.isEmpty() && isNeeded(reads)) {
            dy = Optional.of(rooms.like(y));
        }
        Operation operation = new AddOperation(rooms(reads), y, gradients(reads), dy);
        give(name, operation, reads, new Value(y, dy, level(reads), Value.Reuse.ANY));
    }

    private static List<Room> rooms(List<Value> values) {
        return values.stream().map(Value::room).toList();
    }

    private static List<Optional<Room>> gradients(List<Value> values) {
        return values.stream().map(Value::gradient).toList();
    }

    private static boolean isNeeded(List<Value> values) {
        return values.stream().anyMatch(value -> value.gradient().isPresent());
    }

    private static int level(List<Value> values) {
        return values.stream().mapToInt(Value::level).max().orElseThrow();
    }

    private Value take(String name) {
        return values.get(name).remove();
    }

    private void give(String name, Operation operation, List<Value> reads, Value value) {
        give(name, new Lowered(operation, reads, List.of(value)));
    }

    private void give(String name, Lowered lowered) {
        give(name, List.of(lowered));
    }

    /** Hands on what the last of some operations gives. */
    private void give(String name, List<Lowered> steps) {
        operations.addAll(steps);
        give(name, steps.get(steps.size() - 1).gives().get(0));
    }

    /** Hands a value to all who read it. */
    private void give(String name, Value value) {
        Deque<Value> copies = new ArrayDeque<>();
        values.put(name, copies);
        int count = readers.count(name);
        if (count <= 1) {
            copies.add(value);
            return;
        }
        List<Room> others = new ArrayList<>();
        copies.add(new Value(value.room(), value.gradient(), value.level(), Value.Reuse.NONE));
        for (int i = 1; i < count; i++) {
            Optional<Room> gradient = value.gradient().map(rooms::like);
            gradient.ifPresent(others::add);
            copies.add(new Value(value.room(), gradient, value.level(), Value.Reuse.NONE));
        }
        value.gradient()
                .ifPresent(sum -> operations.add(
                        new Lowered(new ForkOperation(sum, others), List.of(value), List.copyOf(copies))));
    }
}

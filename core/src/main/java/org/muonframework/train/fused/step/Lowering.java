package org.muonframework.train.fused.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
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
    private final Set<String> used;
    private final Parameters parameters;
    private final boolean training;
    private final int slices;
    private final int workers;
    private final State state;
    private final float[] zeros;
    private final Map<String, Deque<Value>> values = new HashMap<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Lowered> operations = new ArrayList<>();
    private final List<NormaliseOperation> normalisations = new ArrayList<>();
    private final List<DenseOperation> dense = new ArrayList<>();
    private final List<Integer> dropouts = new ArrayList<>();
    private int transposed;

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
        this.used = leadingToOutputs(architecture);
        this.parameters = parameters;
        this.slices = slices;
        this.workers = workers;
        int back = 0;
        int widest = 0;
        for (int node = 0; node < architecture.nodes().size(); node++) {
            if (architecture.nodes().get(node).layer() instanceof Layer.Dense) {
                Panels panels = parameters.panels(node);
                back += panels.transposed().size();
                widest = Math.max(
                        widest, Math.max(panels.columns(), panels.transposed().columns()));
            }
        }
        state = State.of(parameters, back, slices);
        zeros = new float[widest];
        int column = 0;
        for (Architecture.Input input : architecture.inputs()) {
            int width = Math.toIntExact(input.shape().elements());
            Room room = room(width);
            Value value = new Value(room, Optional.empty(), 0, Value.Reuse.ANY);
            give(input.name(), new InputOperation(column, room), List.of(), value);
            column += width;
        }
        for (int node = 0; node < architecture.nodes().size(); node++) {
            if (used.contains(architecture.nodes().get(node).name())) {
                lower(node);
            }
        }
    }

    private static Set<String> leadingToOutputs(Architecture architecture) {
        Set<String> used = new HashSet<>();
        architecture.outputs().forEach(output -> used.add(output.from()));
        for (int node = architecture.nodes().size() - 1; node >= 0; node--) {
            Architecture.Node place = architecture.nodes().get(node);
            if (used.contains(place.name())) {
                used.addAll(place.from());
            }
        }
        return used;
    }

    /** The operations in order. */
    List<Lowered> operations() {
        return operations;
    }

    /** All rooms. */
    List<Room> rooms() {
        return rooms;
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
        return dense;
    }

    /** The nodes of dropout layers, in the order of their masks. */
    List<Integer> dropouts() {
        return dropouts;
    }

    /** The value of an output, for its loss. */
    Value end(Architecture.Output output) {
        return take(output.from());
    }

    /** A room of panels. */
    Room room(int width) {
        return room(width, parameters.width());
    }

    /** A room whose rows lie one after the other. */
    Room rows(int width) {
        return room(width, Math.max(1, width));
    }

    private Room room(int width, int panel) {
        Room room = new Room(rooms.size(), width, panel);
        rooms.add(room);
        return room;
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
        } else if (layer instanceof Layer.Concat || layer instanceof Layer.Add) {
            join(place.name(), layer instanceof Layer.Concat, reads);
        } else if (layer instanceof Layer.Flatten || layer instanceof Layer.Reshape) {
            give(place.name(), x);
        } else {
            throw new IllegalArgumentException("node '" + place.name() + "' cannot be run: " + layer);
        }
    }

    private void lowerDense(int node, String name, Value x) {
        Panels panels = parameters.panels(node);
        Optional<String> rectifier = rectifier(name);
        Room y = room(panels.outputs());
        Room dy = room(panels.outputs());
        DenseOperation operation = new DenseOperation(
                state,
                panels,
                parameters.place(node, ParameterKind.WEIGHT),
                parameters.place(node, ParameterKind.BIAS),
                transposed,
                rectifier.isPresent(),
                zeros,
                x.room(),
                y,
                x.gradient(),
                dy);
        transposed += panels.transposed().size();
        if (x.gradient().isPresent()) {
            dense.add(operation);
        }
        Value.Reuse reuse = rectifier.isPresent() ? Value.Reuse.SIGN : Value.Reuse.ANY;
        give(rectifier.orElse(name), operation, List.of(x), new Value(y, Optional.of(dy), x.level(), reuse));
    }

    /** The node behind a dense layer that rectifies its values, if nobody else reads them. */
    private Optional<String> rectifier(String name) {
        return architecture.nodes().stream()
                .filter(node -> used.contains(node.name()))
                .filter(node -> node.from().contains(name))
                .filter(node -> node.layer() instanceof Layer.Activation activation
                        && activation.function() == ActivationFunction.RELU)
                .map(Architecture.Node::name)
                .filter(reader -> readers(name) == 1)
                .findFirst();
    }

    private void activation(String name, ActivationFunction function, Value x) {
        if (function == ActivationFunction.IDENTITY) {
            give(name, x);
            return;
        }
        boolean inPlace = x.reuse() == Value.Reuse.ANY && function != ActivationFunction.SWISH;
        Room y = inPlace ? x.room() : room(x.room().width());
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
        if (!training) {
            Room y = x.reuse() == Value.Reuse.NONE ? room(x.room().width()) : x.room();
            Value value = new Value(y, Optional.empty(), 0, Value.Reuse.ANY);
            give(name, new AffineOperation(state, places, x.room(), y), List.of(x), value);
            return;
        }
        Room y = room(x.room().width());
        Room d = x.gradient().orElseGet(() -> room(x.room().width()));
        boolean onward = x.gradient().isPresent();
        NormaliseOperation operation = new NormaliseOperation(state, places, x.room(), y, d, onward, slices, workers);
        normalisations.add(operation);
        give(name, operation, List.of(x), new Value(y, Optional.of(d), x.level() + 1, Value.Reuse.ANY));
    }

    private void drop(int node, Layer.Dropout dropout, String name, Value x) {
        Room y = x.reuse() == Value.Reuse.NONE ? room(x.room().width()) : x.room();
        float factor = (float) (1 / (1 - dropout.rate()));
        DropoutOperation operation = new DropoutOperation(dropouts.size(), factor, x.room(), y, x.gradient());
        dropouts.add(node);
        give(name, operation, List.of(x), new Value(y, x.gradient(), x.level(), Value.Reuse.NONE));
    }

    private void join(String name, boolean concat, List<Value> reads) {
        int width = concat
                ? reads.stream().mapToInt(value -> value.room().width()).sum()
                : reads.get(0).room().width();
        int level = reads.stream().mapToInt(Value::level).max().orElseThrow();
        boolean needed = reads.stream().anyMatch(value -> value.gradient().isPresent());
        Room y = room(width);
        Optional<Room> dy = needed ? Optional.of(room(width)) : Optional.empty();
        List<Room> x = reads.stream().map(Value::room).toList();
        List<Optional<Room>> dx = reads.stream().map(Value::gradient).toList();
        Operation operation = concat ? new ConcatOperation(x, y, dx, dy) : new AddOperation(x, y, dx, dy);
        give(name, operation, reads, new Value(y, dy, level, Value.Reuse.ANY));
    }

    private Value take(String name) {
        return values.get(name).remove();
    }

    private void give(String name, Operation operation, List<Value> reads, Value value) {
        operations.add(new Lowered(operation, reads, List.of(value)));
        give(name, value);
    }

    /** Hands a value to all who read it. */
    private void give(String name, Value value) {
        Deque<Value> copies = new ArrayDeque<>();
        values.put(name, copies);
        int count = readers(name);
        if (count <= 1) {
            copies.add(value);
            return;
        }
        List<Room> others = new ArrayList<>();
        copies.add(new Value(value.room(), value.gradient(), value.level(), Value.Reuse.NONE));
        for (int i = 1; i < count; i++) {
            Optional<Room> gradient = value.gradient().map(room -> room(room.width()));
            gradient.ifPresent(others::add);
            copies.add(new Value(value.room(), gradient, value.level(), Value.Reuse.NONE));
        }
        value.gradient()
                .ifPresent(sum -> operations.add(
                        new Lowered(new ForkOperation(sum, others), List.of(value), List.copyOf(copies))));
    }

    private int readers(String name) {
        long nodes = architecture.nodes().stream()
                .filter(node -> used.contains(node.name()))
                .flatMap(node -> node.from().stream())
                .filter(name::equals)
                .count();
        long outputs = architecture.outputs().stream()
                .filter(output -> output.from().equals(name))
                .count();
        return (int) (nodes + outputs);
    }
}

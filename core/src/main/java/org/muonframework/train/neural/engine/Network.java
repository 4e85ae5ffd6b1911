package org.muonframework.train.neural.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.neural.store.NamedTensors;
import org.muonframework.train.neural.store.Tensor;

/** An architecture's block with its parameters in an engine's memory, which it gives back when closed. */
public final class Network implements AutoCloseable {

    private final Engine engine;
    private final Architecture architecture;
    private final NDManager manager;
    private final Block block;
    private final ParameterStore store;
    private final RandomStreams random;
    private final DropoutMasks masks;
    private int epoch = -1;

    /**
     * A network with its initial weights.
     *
     * @param random where they, and the masks of dropout, come from
     */
    public Network(Architecture architecture, Engine engine, RandomStreams random) {
        this.engine = engine;
        this.architecture = architecture;
        this.manager = engine.newBaseManager();
        this.random = random;
        this.masks = new DropoutMasks(random);
        this.block = ArchitectureCompiler.compile(architecture, masks);
        this.store = new ParameterStore(manager, false);
        engine.setRandomSeed((int) random.derive("opaque-weights", 0));
        Initialisers.choose(block, architecture, random);
        block.initialize(
                manager,
                DataType.FLOAT32,
                architecture.inputs().stream()
                        .map(input -> ArchitectureCompiler.batched(1, input.shape()))
                        .toArray(Shape[]::new));
    }

    /** The architecture it computes. */
    public Architecture architecture() {
        return architecture;
    }

    /** The engine that computes it. */
    public Engine engine() {
        return engine;
    }

    /** Room for arrays of a batch; to be closed. */
    public NDManager newBatch() {
        return manager.newSubManager();
    }

    /** Room for arrays that live as long as the network. */
    public NDManager memory() {
        return manager;
    }

    /**
     * Goes to a batch of an epoch, and a part of it, all from 0, before it is trained: random numbers depend on these alone.
     *
     * <p>Those of the engine, which only opaque layers take, start anew with each epoch.
     */
    public void moveTo(int presentEpoch, int batch, int part) {
        if (presentEpoch != epoch) {
            epoch = presentEpoch;
            engine.setRandomSeed((int) random.derive("engine", epoch));
        }
        masks.moveTo(epoch, batch, part);
    }

    /** Starts recording a computation whose gradients are wanted; to be closed. */
    public GradientCollector record() {
        return engine.newGradientCollector();
    }

    /**
     * Raw outputs in the order of the architecture's.
     *
     * @param inputs one array for each of the architecture's inputs, each (batch, …)
     * @param training whether a computation is being recorded
     */
    public NDList forward(NDList inputs, boolean training) {
        return block.forward(store, inputs, training);
    }

    /** Does something, after which all that is not trained, as running averages, is what it was before. */
    public void keepingAverages(Runnable work) {
        List<NDArray> averages = block.getParameters().values().stream()
                .filter(parameter -> !parameter.requiresGradient())
                .map(Parameter::getArray)
                .toList();
        try (NDManager memory = newBatch()) {
            List<NDArray> before = new ArrayList<>();
            for (NDArray average : averages) {
                NDArray copy = average.duplicate();
                copy.attach(memory);
                before.add(copy);
            }
            work.run();
            for (int i = 0; i < averages.size(); i++) {
                before.get(i).copyTo(averages.get(i));
            }
        }
    }

    /** The parameters that have a gradient, in order. */
    public List<TrainableParameter> trainable() {
        List<TrainableParameter> result = new ArrayList<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            Parameter parameter = pair.getValue();
            if (parameter.requiresGradient()) {
                result.add(new TrainableParameter(
                        pair.getKey(), parameter.getArray(), parameter.getType() == Parameter.Type.WEIGHT));
            }
        }
        return result;
    }

    /** A copy of all parameters, running averages included. */
    public List<Tensor> snapshot() {
        List<Tensor> tensors = new ArrayList<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            tensors.add(Tensors.copy(pair.getKey(), pair.getValue().getArray()));
        }
        return tensors;
    }

    /**
     * Sets all parameters.
     *
     * @throws IllegalArgumentException if one is missing or has another shape
     */
    public void restore(List<Tensor> tensors) {
        NamedTensors named = new NamedTensors(tensors);
        for (Pair<String, Parameter> pair : block.getParameters()) {
            Tensors.restore(named, pair.getKey(), pair.getValue().getArray());
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}

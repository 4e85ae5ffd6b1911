package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.model.Architecture;

/** The block of a whole architecture: computes its nodes in order. */
final class GraphBlock extends AbstractBlock {

    private final Architecture architecture;
    private final Map<String, org.muonframework.spi.model.Shape> shapes;
    private final List<Block> blocks = new ArrayList<>();

    GraphBlock(Architecture architecture, DropoutMasks masks) {
        this.architecture = architecture;
        this.shapes = architecture.shapes();
        for (Architecture.Node node : architecture.nodes()) {
            List<org.muonframework.spi.model.Shape> from =
                    node.from().stream().map(shapes::get).toList();
            Block block = ArchitectureCompiler.compile(node.layer(), blocks.size(), from, masks);
            blocks.add(addChildBlock(node.name(), block));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        Map<String, NDArray> values = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(architecture.inputs().get(i).name(), inputs.get(i));
        }
        for (int i = 0; i < blocks.size(); i++) {
            Architecture.Node node = architecture.nodes().get(i);
            NDList from = new NDList();
            node.from().forEach(name -> from.add(values.get(name)));
            values.put(node.name(), blocks.get(i).forward(store, from, training).head());
        }
        NDList outputs = new NDList();
        architecture.outputs().forEach(output -> outputs.add(values.get(output.from())));
        return outputs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return architecture.outputs().stream()
                .map(output -> ArchitectureCompiler.batched(inputs[0].get(0), shapes.get(output.from())))
                .toArray(Shape[]::new);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        for (int i = 0; i < blocks.size(); i++) {
            Shape[] from = architecture.nodes().get(i).from().stream()
                    .map(name -> ArchitectureCompiler.batched(1, shapes.get(name)))
                    .toArray(Shape[]::new);
            blocks.get(i).initialize(manager, type, from);
        }
    }
}

package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.muonframework.train.neural.data.SampleNoise;

/** Adds in training deviation times {@link SampleNoise}, made in Java so that it is the same for all engines. */
final class SampleBlock extends AbstractBlock {

    private final DropoutMasks masks;
    private final int node;
    private final float clamp;

    SampleBlock(DropoutMasks masks, int node, double clamp) {
        this.masks = masks;
        this.node = node;
        this.clamp = (float) clamp;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray mean = inputs.get(0);
        if (!training) {
            return new NDList(mean);
        }
        NDArray deviation = inputs.get(1).clip(-clamp, clamp).mul(0.5f).exp();
        return new NDList(mean.add(deviation.mul(noise(mean))));
    }

    private NDArray noise(NDArray like) {
        SampleNoise source = masks.noiseOf(node);
        float[] values = new float[Math.toIntExact(like.getShape().size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.at(i);
        }
        return like.getManager().create(values, like.getShape());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }
}

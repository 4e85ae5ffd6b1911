package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import org.muonframework.spi.model.Layer;

/** Pools over (batch, channel, …) in one, two or three dimensions. */
final class Pooling {

    private Pooling() {}

    /** Over windows; zeros of the padding count in a mean. */
    static NDArray window(Layer.Pool pool, NDArray x) {
        NDArrayEx engine = x.getNDArrayInternal();
        Shape kernel = ArchitectureCompiler.shape(pool.kernel());
        Shape stride = ArchitectureCompiler.shape(pool.stride());
        Shape padding = ArchitectureCompiler.shape(pool.padding());
        return switch (pool.kind()) {
            case MAX -> engine.maxPool(kernel, stride, padding, false);
            case MEAN -> engine.avgPool(kernel, stride, padding, false, true);
            case SUM -> engine.avgPool(kernel, stride, padding, false, true).mul(kernel.size());
        };
    }

    /** Over all positions: (batch, channel, …) becomes (batch, channel). */
    static NDArray global(Layer.PoolKind kind, NDArray x) {
        Shape shape = x.getShape();
        NDArray flat = x.reshape(shape.get(0), shape.get(1), -1);
        int[] positions = {2};
        return switch (kind) {
            case MAX -> flat.max(positions);
            case MEAN -> flat.mean(positions);
            case SUM -> flat.sum(positions);
        };
    }
}

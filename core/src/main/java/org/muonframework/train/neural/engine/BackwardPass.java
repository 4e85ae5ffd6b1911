package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Optional;
import java.util.function.Function;
import org.muonframework.train.neural.data.Scorer;

/**
 * Takes rows forward through a network in training, and back again, which leaves the gradients in the parameters.
 *
 * <p>The gradient of a loss enters the network as Σ outputs · gradient with the gradient held constant, whose derivative
 * is the loss's own.
 */
public final class BackwardPass {

    private final Network network;
    private final InputBuffers buffers;

    /** With room for this many rows. */
    public BackwardPass(Network network, int rows) {
        this.network = network;
        this.buffers = new InputBuffers(network.architecture(), rows);
    }

    /**
     * Takes the rows {@code from} to before {@code to} forward, and back if there is a gradient.
     *
     * @param ofOutputs from the values of each output, row by row, to the gradient with respect to them
     * @param factors of the gradient of each output
     * @return whether there was a gradient
     */
    public boolean run(
            Scorer.Source source,
            int from,
            int to,
            Function<float[][], Optional<float[][]>> ofOutputs,
            double[] factors) {
        try (NDManager batch = network.newBatch()) {
            NDList inputs = buffers.assemble(batch, source, from, to);
            try (GradientCollector collector = network.record()) {
                NDList outputs = network.forward(inputs, true);
                float[][] values = outputs.stream().map(NDArray::toFloatArray).toArray(float[][]::new);
                Optional<float[][]> gradients = ofOutputs.apply(values);
                gradients.ifPresent(constant -> collector.backward(product(batch, outputs, constant, factors)));
                return gradients.isPresent();
            }
        }
    }

    private static NDArray product(NDManager batch, NDList outputs, float[][] constant, double[] factors) {
        NDArray product = term(batch, outputs.get(0), constant[0], factors[0]);
        for (int i = 1; i < outputs.size(); i++) {
            product = product.add(term(batch, outputs.get(i), constant[i], factors[i]));
        }
        return product;
    }

    private static NDArray term(NDManager batch, NDArray output, float[] constant, double factor) {
        return output.mul(batch.create(constant, output.getShape())).sum().mul((float) factor);
    }
}

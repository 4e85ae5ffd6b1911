package org.muonframework.train.fused;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.store.ModelJson;

/** Which networks the fused path can run here. */
public final class FusedSupport {

    private static final String FUSED_MULTIPLY_ADD = "UseFMA";

    /** Channels and three dimensions. */
    private static final int LARGEST_RANK = 4;

    private FusedSupport() {}

    /**
     * Why it cannot run a network.
     *
     * @return the first reason, such as {@code 'head-1' is of the kind attention}; empty if it can
     */
    public static Optional<String> objection(Architecture architecture) {
        if (!hasFusedMultiplyAdd()) {
            return Optional.of("this processor has no fused multiply-add");
        }
        Map<String, Shape> shapes = architecture.shapes();
        for (Architecture.Input input : architecture.inputs()) {
            if (input.shape().rank() == 0 || input.shape().rank() > LARGEST_RANK) {
                return Optional.of("the input '" + input.name() + "' has the shape " + input.shape());
            }
        }
        for (Architecture.Node node : architecture.nodes()) {
            Optional<String> objection = objection(node, shapes);
            if (objection.isPresent()) {
                return objection.map(reason -> "'" + node.name() + "' " + reason);
            }
            if (architecture.readers(node.name()) == 0) {
                return Optional.of("'" + node.name() + "' leads to no output");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objection(Architecture.Node node, Map<String, Shape> shapes) {
        Shape from = shapes.get(node.from().get(0));
        Shape shape = shapes.get(node.name());
        if (!isKnown(node.layer())) {
            return Optional.of("is " + describe(node.layer()));
        }
        if (node.layer() instanceof Layer.Dense && from.rank() != 1) {
            return Optional.of("is a dense layer over the last dimension of " + from);
        }
        if (shape.rank() == 0 || shape.rank() > LARGEST_RANK) {
            return Optional.of("has the shape " + shape);
        }
        return Optional.empty();
    }

    /**
     * Without it Java computes each one exactly in software, which is far slower; a JVM that does not say has it, as one cut
     * down to few modules does not.
     */
    private static boolean hasFusedMultiplyAdd() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine == null
                    || Boolean.parseBoolean(
                            machine.getVMOption(FUSED_MULTIPLY_ADD).getValue());
        } catch (IllegalArgumentException | NoClassDefFoundError e) {
            return true;
        }
    }

    private static boolean isKnown(Layer layer) {
        if (layer instanceof Layer.Activation activation) {
            return activation.function() != ActivationFunction.SOFTMAX;
        }
        return layer instanceof Layer.Dense
                || layer instanceof Layer.BatchNorm
                || layer instanceof Layer.Dropout
                || layer instanceof Layer.Sample
                || layer instanceof Layer.SquaredDifference
                || layer instanceof Layer.Concat
                || layer instanceof Layer.Add
                || layer instanceof Layer.Flatten
                || layer instanceof Layer.Reshape
                || layer instanceof Layer.Convolution
                || layer instanceof Layer.Pool
                || layer instanceof Layer.GlobalPool
                || layer instanceof Layer.SqueezeExcite;
    }

    private static String describe(Layer layer) {
        if (layer instanceof Layer.Opaque opaque) {
            return "of an engine's own kind (" + opaque.description() + ")";
        }
        if (layer instanceof Layer.Activation) {
            return "a softmax";
        }
        return "of the kind " + ModelJson.typeName(layer.getClass());
    }
}

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

    private FusedSupport() {}

    /**
     * Why it cannot run a network.
     *
     * @return the first reason, such as {@code 'conv-1' is not a dense layer but of the kind attention}; empty if it can
     */
    public static Optional<String> objection(Architecture architecture) {
        if (!hasFusedMultiplyAdd()) {
            return Optional.of("this processor has no fused multiply-add");
        }
        for (Architecture.Input input : architecture.inputs()) {
            if (input.takesImage()) {
                return Optional.of("the input '" + input.name() + "' is an image");
            }
            if (input.shape().rank() != 1) {
                return Optional.of("the input '" + input.name() + "' has the shape " + input.shape());
            }
        }
        Map<String, Shape> shapes = architecture.shapes();
        for (Architecture.Node node : architecture.nodes()) {
            String name = "'" + node.name() + "'";
            if (!isKnown(node.layer())) {
                return Optional.of(name + " is not a dense layer but " + describe(node.layer()));
            }
            if (shapes.get(node.name()).rank() != 1) {
                return Optional.of(name + " has the shape " + shapes.get(node.name()));
            }
            if (architecture.readers(node.name()) == 0) {
                return Optional.of(name + " leads to no output");
            }
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
                || layer instanceof Layer.Concat
                || layer instanceof Layer.Add
                || layer instanceof Layer.Flatten
                || layer instanceof Layer.Reshape;
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

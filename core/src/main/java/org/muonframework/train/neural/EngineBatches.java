package org.muonframework.train.neural;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;

/** Whether the batches of the settings are such as an engine can take. */
final class EngineBatches {

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    private EngineBatches() {}

    /**
     * What speaks against them.
     *
     * @param available bytes that an engine may have
     */
    static Optional<String> objection(NeuralSettings settings, Architecture architecture, OptionalLong available) {
        return Stream.concat(settings.ofPretraining().stream(), Stream.of(settings))
                .flatMap(stage -> objectionToSize(stage, architecture, available).stream())
                .findFirst()
                .or(() -> settings.microBatchSize() == 0 ? Optional.empty() : objectionToLosses(architecture));
    }

    private static Optional<String> objectionToSize(
            NeuralSettings settings, Architecture architecture, OptionalLong available) {
        BatchMemory memory = BatchMemory.of(architecture);
        int rows = settings.rowsAtOnce();
        if (available.isEmpty() || rows == 0 || memory.bytes(rows) <= available.getAsLong()) {
            return Optional.empty();
        }
        long most = memory.rowsWithin(available.getAsLong());
        String given = settings.microBatchSize() == rows ? "micro-batch-size" : "batch-size";
        return Optional.of(String.format(
                Locale.ROOT,
                "takes about %.1f GiB for the %,d rows of '%s', which go through the network together, and this machine has"
                        + " %.1f GiB beside the memory of the JVM; expected %s",
                memory.bytes(rows) / GIBIBYTE,
                rows,
                given,
                available.getAsLong() / GIBIBYTE,
                most == 0
                        ? "a smaller network or a larger machine: a single row takes more"
                        : String.format(Locale.ROOT, "'%s = %d' at most", given, most)
                                + (given.equals("batch-size") ? ", or as much for 'micro-batch-size'" : "")));
    }

    /** A loss of whole batches takes each part through the network twice, which must give the same outputs. */
    private static Optional<String> objectionToLosses(Architecture architecture) {
        boolean opaque = architecture.nodes().stream().anyMatch(node -> node.layer() instanceof Layer.Opaque);
        return architecture.outputs().stream()
                .filter(output -> opaque
                        && Stream.of(output.loss().pretraining(), output.loss().training())
                                .anyMatch(Loss.Custom.class::isInstance))
                .findFirst()
                .map(output -> "has 'micro-batch-size', and the loss of the output '" + output.name()
                        + "' judges whole batches: their parts go through the network twice, and its opaque layers may be"
                        + " random; expected 'micro-batch-size = 0'");
    }
}

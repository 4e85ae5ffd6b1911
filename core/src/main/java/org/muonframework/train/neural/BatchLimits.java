package org.muonframework.train.neural;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.problem.ConfigurationException;

/** Whether the batches of the settings are such as memory can take. */
final class BatchLimits {

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    private BatchLimits() {}

    /**
     * What speaks against them, as far as it is known without rows.
     *
     * @param memory that a batch takes
     * @param available bytes that there are
     */
    static Optional<String> objection(
            NeuralSettings settings, Architecture architecture, BatchMemory memory, OptionalLong available) {
        return Stream.concat(settings.ofPretraining().stream(), Stream.of(settings))
                .filter(stage -> stage.rowsAtOnce() > 0)
                .flatMap(stage -> objection(stage, memory, stage.rowsAtOnce(), available).stream())
                .findFirst()
                .or(() -> settings.microBatchSize() == 0 ? Optional.empty() : objectionToLosses(architecture));
    }

    /**
     * Refuses batches of all rows that take too much.
     *
     * @param rows number of training rows
     * @throws ConfigurationException with the most rows that a batch may have
     */
    static void check(NeuralSettings settings, BatchMemory memory, int rows, OptionalLong available) {
        if (settings.rowsAtOnce() == 0) {
            objection(settings, memory, rows, available).ifPresent(reason -> {
                throw new ConfigurationException("trainer.batch-size", "training " + reason);
            });
        }
    }

    private static Optional<String> objection(
            NeuralSettings settings, BatchMemory memory, int rows, OptionalLong available) {
        long limit = available.orElse(Long.MAX_VALUE);
        long most = memory.rowsWithin(limit);
        if (rows <= most) {
            return Optional.empty();
        }
        String given = settings.microBatchSize() > 0 ? "micro-batch-size" : "batch-size";
        return Optional.of(String.format(
                Locale.ROOT,
                "takes about %.1f GiB for %,d rows of '%s = %d', which go through the network together, and %s;"
                        + " expected %s",
                memory.bytes(rows) / GIBIBYTE,
                rows,
                given,
                settings.rowsAtOnce(),
                String.format(
                        Locale.ROOT,
                        memory.ofEngine()
                                ? "this machine has %.1f GiB beside the memory of the JVM"
                                : "the JVM has %.1f GiB for all it does",
                        limit / GIBIBYTE),
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

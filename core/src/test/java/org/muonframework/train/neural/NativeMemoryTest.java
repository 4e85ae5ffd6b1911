package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.train.TrainingData;

@DisplayName("The native memory of a training")
class NativeMemoryTest {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** Layers of 1,000 units: an array of a batch that is kept would hold 400 kB, 100 epochs of them 40 MB. */
    @Test
    void doesNotGrowWithTheEpochs() throws IOException {
        assumeTrue(Files.exists(STATUS), "the resident memory is read from /proc");
        TrainingData data = new TrainingData(XOR, xor(100, 1, 0), xor(100, 2, 0));
        Layer[] wide = {new Layer.Dense(1000), new Layer.BatchNorm(), new Layer.Dropout(0.1)};
        train(classifier(XOR, wide), data, settings(20, 100, 1e-3), 1).close();
        long before = residentKilobytes();
        train(classifier(XOR, wide), data, settings(100, 100, 1e-3), 1).close();
        assertThat(residentKilobytes() - before).isLessThan(30_000);
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}

package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;

class FusedSupportTest {

    @Test
    void hasNoObjectionToDenseNetworks() {
        assertThat(FusedSupport.objection(network(new Layer.BatchNorm(1e-3, 0.9))))
                .isEmpty();
        assertThat(FusedSupport.objection(network(new Layer.Dropout(0.5)))).isEmpty();
    }

    @Test
    void objectsToLayersThatItDoesNotKnow() {
        assertThat(FusedSupport.objection(network(new Layer.Activation(ActivationFunction.SOFTMAX))))
                .contains("'middle' is a softmax");
    }

    @Test
    void hasNoObjectionToImages() {
        Layer halving = new Layer.Pool(Layer.PoolKind.MAX, List.of(2, 2), List.of(2, 2), List.of(1, 1));
        Layer convolution = new Layer.Convolution(3, List.of(4, 4), List.of(2, 2), List.of(2, 2), true);
        assertThat(FusedSupport.objection(ofImage(convolution, new Layer.SqueezeExcite(2), halving)))
                .isEmpty();
    }

    @Test
    void objectsToDenseLayersOverPartsOfAnImage() {
        assertThat(FusedSupport.objection(ofImage(new Layer.Dense(3))))
                .contains("'middle-1' is a dense layer over the last dimension of 1x5x6");
    }

    private static Architecture ofImage(Layer... middle) {
        ArchitectureBuilder builder = Architecture.builder();
        String x = builder.image("x", Shape.of(1, 5, 6));
        String pooled = builder.apply(
                "mean", new Layer.GlobalPool(Layer.PoolKind.MEAN), builder.apply("middle", List.of(middle), x));
        String last = builder.apply("last", new Layer.Dense(2), pooled);
        builder.output("y", last, new Loss.CategoricalCrossEntropy(), 1, List.of(), Scaling.NONE);
        return builder.build();
    }

    @Test
    void objectsToProcessorsWithoutFusedMultiplyAdd() throws IOException, InterruptedException {
        assertThat(objectionWith("-XX:-UseFMA")).isEqualTo("this processor has no fused multiply-add");
    }

    private static String objectionWith(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UnlockDiagnosticVMOptions",
                        option,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Asking.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.strip();
    }

    /** A process that asks. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(FusedSupport.objection(network(new Layer.Dropout(0.5))).orElse("no objection"));
        }
    }

    private static Architecture network(Layer middle) {
        ArchitectureBuilder builder = Architecture.builder();
        String x = builder.input("x", List.of("a", "b"), Scaling.NONE);
        String last = builder.apply("last", new Layer.Dense(2), builder.apply("middle", middle, x));
        builder.output("y", last, new Loss.CategoricalCrossEntropy(), 1, List.of(), Scaling.NONE);
        return builder.build();
    }

    /** Where the classes come from that the process needs, whatever started this test. */
    private static String classPath() {
        return Stream.of(FusedSupport.class, FusedSupportTest.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

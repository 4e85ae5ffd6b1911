package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The module of vectors")
class VectorModuleTest {

    /** Says in a JVM of its own what kernels are the best there, and uses them. */
    static final class Best {

        private Best() {}

        public static void main(String[] arguments) {
            KernelSet best = KernelSet.best();
            int values = best.width();
            float[] sums = new float[values];
            best.create().add(1, values, new float[values], 0, sums, 0);
            System.out.println(best.name());
        }
    }

    @Test
    void isLoadedWithoutAWordWhereTheJvmLetsUs() throws Exception {
        assertThat(printedWith("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED"))
                .matches("vectors of \\d+ numbers\\R");
    }

    @Test
    void mayAlsoBeThereFromTheStart() throws Exception {
        assertThat(printedWith("--add-modules=jdk.incubator.vector"))
                .matches("WARNING: Using incubator modules: jdk.incubator.vector\\Rvectors of \\d+ numbers\\R");
    }

    @Test
    void isMissedWithTheReason() throws Exception {
        assertThat(printedWith("-Dnothing=special"))
                .matches("plain loops \\(Java was started without --add-modules jdk.incubator.vector\\)\\R");
    }

    private static String printedWith(String option) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = placeOf(Best.class) + File.pathSeparator + placeOf(KernelSet.class);
        Process process = new ProcessBuilder(java.toString(), option, "-cp", classes, Best.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}

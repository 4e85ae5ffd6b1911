package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class OutOfMemoryTest {

    @Command(name = "greedy")
    static final class Greedy implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void aCommandThatNeedsMoreMemoryThanThereIsSaysWhatToDo() {
        StringWriter err = new StringWriter();

        int code = Main.execute(
                new Greedy(), new String[0], new PrintWriter(new StringWriter()), new PrintWriter(err, true));

        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .contains("iB, and that is not enough", "memory-limit", "FRAMEWORK_JAVA_OPTS=-Xmx16g")
                .doesNotContain("\tat ");
    }
}

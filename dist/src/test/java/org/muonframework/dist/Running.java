package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A command at work in its own process, which ends with this at the latest.
 *
 * @param process the process
 * @param out what it has written to standard output so far
 * @param err what it has written to standard error so far
 */
record Running(Process process, Path out, Path err) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;

    /** Number of SIGINT in the mask of ignored signals. */
    private static final long INTERRUPT = 1L << (2 - 1);

    /** Waits for its end. */
    Framework.Outcome outcome() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(process.info() + " did not end; so far:\n" + Files.readString(err));
            }
            return new Framework.Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something has happened while it is still at work. */
    Running until(BooleanSupplier happened) throws InterruptedException {
        while (!happened.getAsBoolean()) {
            assertThat(process.isAlive()).as("still at work").isTrue();
            Thread.sleep(20);
        }
        return this;
    }

    /** Does what Ctrl-C does. Processes that a shell started in the background ignore it, with all their children. */
    Running interrupt() throws IOException, InterruptedException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("SigIgn:")) {
                long ignored = Long.parseUnsignedLong(line.substring(7).strip(), 16);
                assumeThat(ignored & INTERRUPT)
                        .as("SIGINT is ignored here: these tests were started in the background")
                        .isZero();
            }
        }
        int sent = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(sent).as("exit code of kill").isZero();
        return this;
    }

    /** Ends it at once, in the middle of whatever it does. */
    Running kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        return this;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

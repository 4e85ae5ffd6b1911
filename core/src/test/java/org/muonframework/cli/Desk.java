package org.muonframework.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.muonframework.spi.RandomStreams;

/**
 * A folder with data and analysis files, and the command line over it.
 *
 * @param folder where everything lies
 */
record Desk(Path folder) {

    /** What a command printed and how it ended. */
    record Ended(int code, String out, String err) {}

    /** Runs a command in this process; no plugin of the machine is seen. */
    Ended framework(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ended(code, out.toString(), err.toString());
    }

    /** Writes a file and gives its path. */
    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a table of two shifted Gaussians in x, an exact linear target t = 2x + y, and event keys. */
    Path writeEvents(String name, int rows, double shift, int firstEvent) {
        RandomGenerator random = new RandomStreams(7).stream(name, 0);
        List<String> lines = new ArrayList<>(List.of("run,event,x,y,t,w"));
        for (int i = 0; i < rows; i++) {
            double x = shift + random.nextGaussian();
            double y = random.nextGaussian();
            lines.add(String.format(Locale.ROOT, "1,%d,%.6f,%.6f,%.6f,1.5", firstEvent + i, x, y, 2 * x + y));
        }
        return write(name, String.join("\n", lines) + "\n");
    }

    /** An analysis that tells two samples apart by boosted trees; HOCON text may be appended to it. */
    Path writeAnalysis(String more) {
        writeEvents("signal.csv", 400, 1, 1);
        writeEvents("background.csv", 400, -1, 10_001);
        return write(
                "analysis.conf", """
                seed = 3
                dataset {
                  type = files
                  samples {
                    background { files = ["%s"], label = 0 }
                    signal { files = ["%s"], label = 1 }
                  }
                }
                features = [x, y]
                split { by = [run, event], train = 0.5, validation = 0.25 }
                model { type = boosted-trees }
                trainer { type = boosted-trees, rounds = 20, max-depth = 2 }
                metrics = [roc, accuracy, learning-curves, score-distribution]
                """.formatted(folder.resolve("background.csv"), folder.resolve("signal.csv")) + more);
    }

    /** The same of two models, with all features and without x; HOCON text may be appended to it. */
    Path writeTwoModels(String more) {
        try {
            String one = Files.readString(writeAnalysis(""));
            return write("two-models.conf", one.replace("model { type = boosted-trees }", """
                            models {
                              with-x { model { type = boosted-trees } }
                              without-x { features = [y], model { type = boosted-trees } }
                            }""") + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two autoencoders of the same rows, which learn from the signal alone; HOCON text may be appended to it. */
    Path writeAutoencoders(String more) {
        try {
            String one = Files.readString(writeAnalysis(""));
            String models = """
                    trainer { type = neural, epochs = 3, batch-size = 50 }
                    models {
                      narrow { model { type = autoencoder, latent = 1, hidden = [4] } }
                      wide { model { type = vae, hidden = [8] } }
                    }
                    train-on = "label == 1"
                    metrics = [
                      { type = reconstruction, rows = "label == 1" }
                      { type = anomaly, anomalous = "label == 0" }
                      generation
                      learning-curves
                    ]
                    """;
            return write("autoencoders.conf", one.substring(0, one.indexOf("model {")) + models + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

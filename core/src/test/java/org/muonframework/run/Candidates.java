package org.muonframework.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.Prepared;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.PlanReader;

/** An analysis of candidates, four an event, of masses around 0.5, 1.5, …: boosted trees tell two classes apart. */
final class Candidates implements RunListener {

    static final int ROWS = 2400;
    static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());
    static final SettingsBinder BINDER = new SettingsBinder();

    final List<String> warnings = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    int stopAfter = Integer.MAX_VALUE;

    private final Path folder;

    Candidates(Path folder) throws IOException {
        this.folder = folder;
        write("candidates.csv", ROWS, 1);
    }

    /** Writes a file of candidates; another seed has other events. */
    void write(String name, int rows, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("event,x,z,mass,genMass,y\n");
        for (int row = 0; row < rows; row++) {
            int label = random.nextInt(2);
            double generated = 0.5 + random.nextInt(10);
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.5f,%.5f,%.5f,%.1f,%d%n",
                    row / 4 + 100_000 * (seed - 1),
                    label + random.nextGaussian(),
                    random.nextGaussian(),
                    Math.min(8.9, Math.max(0.1, generated + 0.1 * random.nextGaussian())),
                    label == 1 ? generated : -999,
                    label));
        }
        Files.writeString(folder.resolve(name), text);
    }

    /** The analysis with more keys. */
    Assembly assembly(String more) throws IOException {
        Path file = Files.writeString(
                folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["%s"], spectators = [mass], truth = [genMass] }
                label = y, classes = [background, signal], features = [x, z]
                split { by = [event] }
                model { type = boosted-trees }, trainer { type = boosted-trees, rounds = 3, max-depth = 2 }
                metrics = [roc]
                """.formatted(folder.resolve("candidates.csv")) + more);
        return new Assembler()
                .assemble(
                        new PlanReader(REGISTRY, BINDER)
                                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "composed"),
                        new RunOptions(2, Path.of("")));
    }

    /** Runs it in a directory of this name. */
    RunOutcome run(String name, String more) throws IOException {
        Assembly assembly = assembly(more);
        Path path = folder.resolve(name);
        RunDirectory directory = new RunDirectory(Files.createDirectories(path));
        return new AnalysisRunner(
                        REGISTRY, new AnalysisFileReader(Map.of()), new PlanReader(REGISTRY, BINDER), new Assembler())
                .start(assembly, new RunOptions(2, Path.of("")), directory, this, cancellation);
    }

    /** The columns of a file. */
    Map<String, List<Object>> table(String file) {
        return Tables.read(Formats.open(InputFile.of(folder.resolve(file)), Tables.OPTIONS));
    }

    /** The predictions of a run. */
    Map<String, List<Object>> predictions(String run) {
        return table(run + "/predictions.parquet");
    }

    /** Goes on with a run. */
    RunOutcome resume(String name) {
        return new AnalysisRunner(
                        REGISTRY, new AnalysisFileReader(Map.of()), new PlanReader(REGISTRY, BINDER), new Assembler())
                .resume(RunDirectory.open(folder.resolve(name)), 1, this, cancellation);
    }

    /** The rows of an analysis. */
    Prepared read(Assembly assembly) {
        return DataReading.of(assembly).read(this, new Cancellation());
    }

    @Override
    public void stage(String name) {
        // Nobody looks.
    }

    @Override
    public void progress(long done, long total, String message) {
        messages.add(message);
        if (messages.size() >= stopAfter) {
            cancellation.request();
        }
    }

    @Override
    public void warning(String message) {
        warnings.add(message);
    }
}

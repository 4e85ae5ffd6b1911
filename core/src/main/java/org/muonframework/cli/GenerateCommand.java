package org.muonframework.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muonframework.run.Cancellation;
import org.muonframework.run.convert.GenerativeRun;
import org.muonframework.run.convert.Generator;
import org.muonframework.run.convert.TableSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework generate NAME -n N -o FILE}: events of a simulation, or of a run's model. */
@Command(name = "generate", description = "Write events of a simulation, or of a run's model, to a file.")
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Parameters(
            paramLabel = "NAME",
            description = "The dataset that simulates, such as zmumu-simulation, or the directory of a run whose model"
                    + " makes rows, such as a vae.")
    private String name;

    @Option(
            names = {"-n", "--events"},
            required = true,
            paramLabel = "N",
            description = "Number of events.")
    private long events;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write, whose ending tells the format; an older one is replaced.")
    private Path output;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the dataset; 'framework describe NAME' lists them (repeatable). Of a run with"
                    + " several such models: model=NAME.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        Cancellation cancellation = new Cancellation();
        Generator.Request request = new Generator.Request(name, events, settings, seed, threads.count());
        return Interrupts.cancel(cancellation, session.err(), () -> {
            TableSize size;
            try (ProgressView view = ProgressView.of(common.quiet(), session.err())) {
                Logs.warningsTo(view::warning);
                Generator generator = session.get(Generator.class);
                size = !generator.knows(name) && Files.isDirectory(Path.of(name))
                        ? session.get(GenerativeRun.class).generate(request, output, view, cancellation)
                        : generator.generate(request, output, view, cancellation);
            }
            session.out().printf("%s: %d rows, %d columns%n", output, size.rows(), size.columns());
            session.out().flush();
            return ExitCode.DONE.code();
        });
    }
}

package org.muonframework.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muonframework.run.Cancellation;
import org.muonframework.run.Predictor;
import org.muonframework.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework predict RUN INPUT… -o FILE}: scores of a trained run, row-aligned with the input. */
@Command(
        name = "predict",
        description = "Score files with the models of a run: one row for each row of the input, in its order.")
final class PredictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "The run directory.")
    private Path run;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "INPUT", description = "Files or globs to score.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write, .parquet or .csv; an older one is replaced.")
    private Path output;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        Cancellation cancellation = new Cancellation();
        return Interrupts.cancel(cancellation, session.err(), () -> {
            long rows;
            try (ProgressView view = ProgressView.of(common.quiet(), session.err())) {
                rows = session.get(Predictor.class).predict(RunDirectory.open(run), inputs, output, view, cancellation);
            }
            session.out().printf("%s: %d rows%n", output, rows);
            session.out().flush();
            return ExitCode.DONE.code();
        });
    }
}

package org.muonframework.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunDirectory;
import org.muonframework.run.predict.Predictor;
import org.muonframework.run.predict.ScoringRequest;
import org.muonframework.run.predict.SeenRows;
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
            description = "The file to write: .root, .parquet, .csv or .h5; an older one is replaced.")
    private Path output;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "The tree or table within the inputs (default: that of the training, else the largest).")
    private String table;

    @Option(
            names = "--fold",
            paramLabel = "N",
            description = "Score all rows with the model of this fold (default: each event with that of its own fold).")
    private Integer fold;

    @Option(
            names = "--seen",
            paramLabel = "refuse|nan",
            defaultValue = "refuse",
            description =
                    "What happens to rows of a file that the model was trained from if it was trained or validated on"
                            + " their event: refuse the file, or write NaN (default: refuse).")
    private SeenRows seen;

    @Option(
            names = "--check-keys",
            description =
                    "Check that no two rows have the same event keys, and that the output has those of the input.")
    private boolean checkKeys;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        Cancellation cancellation = new Cancellation();
        return Interrupts.cancel(cancellation, session.err(), () -> {
            long rows;
            try (ProgressView view = ProgressView.of(common.quiet(), session.err())) {
                Logs.warningsTo(view::warning);
                ScoringRequest request = new ScoringRequest(
                        inputs,
                        Optional.ofNullable(table),
                        output,
                        fold == null ? OptionalInt.empty() : OptionalInt.of(fold),
                        seen,
                        checkKeys);
                rows = session.get(Predictor.class).predict(RunDirectory.open(run), request, view, cancellation);
            }
            session.out().printf("%s: %d rows%n", output, rows);
            session.out().flush();
            return ExitCode.DONE.code();
        });
    }
}

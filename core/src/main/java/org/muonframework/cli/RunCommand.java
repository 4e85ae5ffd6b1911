package org.muonframework.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.run.AnalysisRunner;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunDirectory;
import org.muonframework.run.RunOutcome;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.problem.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework run analysis.conf}: the whole chain, in a new run directory. */
@Command(name = "run", description = "Run an analysis: data, training, evaluation, report, in a new run directory.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The analysis file.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The run directory to make (default: runs/NAME-TIME).")
    private Path output;

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with an interrupted run, to the same numbers.")
    private Path resume;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        if ((file == null) == (resume == null)) {
            throw new ConfigurationException("name an analysis file, or a run with --resume RUN (one of the two)");
        }
        AnalysisRunner runner = session.get(AnalysisRunner.class);
        Cancellation cancellation = new Cancellation();
        return Interrupts.cancel(cancellation, session.err(), () -> {
            RunOutcome outcome;
            try (ProgressView view = ProgressView.of(common.quiet(), session.err())) {
                Logs.warningsTo(view::warning);
                outcome = resume == null
                        ? start(session, runner, view, cancellation)
                        : resume(runner, view, cancellation);
            }
            new OutcomeText(outcome).print(session.out());
            session.out().flush();
            return (outcome.complete() ? ExitCode.DONE : ExitCode.UNEXPECTED).code();
        });
    }

    private RunOutcome start(Session session, AnalysisRunner runner, ProgressView view, Cancellation cancellation) {
        RunOptions run = new RunOptions(options.threads(), Path.of(""));
        AnalysisPlan plan = session.get(PlanReader.class)
                .read(session.get(AnalysisFileReader.class).read(file, options.overrides()), AnalysisPlan.nameOf(file));
        Assembly assembly = session.get(Assembler.class).assemble(plan, run);
        RunDirectory directory = output == null
                ? RunDirectory.create(plan.name(), LocalDateTime.now(ZoneId.systemDefault()))
                : RunDirectory.at(output);
        Logs.to(directory.log());
        return runner.start(assembly, run, directory, view, cancellation);
    }

    private RunOutcome resume(AnalysisRunner runner, ProgressView view, Cancellation cancellation) {
        if (!options.overrides().isEmpty() || output != null) {
            throw new ConfigurationException("--resume", "goes on with the run as it is: no --set, --seed or --output");
        }
        RunDirectory directory = RunDirectory.open(resume);
        Logs.to(directory.log());
        return runner.resume(directory, options.threads(), view, cancellation);
    }
}

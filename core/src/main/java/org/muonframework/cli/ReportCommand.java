package org.muonframework.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muonframework.run.ReportRedraw;
import org.muonframework.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework report RUN}: figures and page of an earlier run, drawn again. */
@Command(
        name = "report",
        description = "Draw figures and report.html of a run again, from its report.json: no data, no training.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", description = "The run directory.")
    private Path run;

    @Override
    public Integer call() {
        Logs.configure(common.verbose());
        RunDirectory directory = RunDirectory.open(run);
        ReportRedraw.redraw(directory);
        spec.commandLine().getOut().println("report: " + directory.report());
        return ExitCode.DONE.code();
    }
}

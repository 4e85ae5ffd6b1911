package org.muonframework.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code framework}: names the commands. */
@Command(
        name = "framework",
        description = "Machine learning on muon data, from events to a report: one file, one command.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            CheckCommand.class,
            InitCommand.class,
            PluginsCommand.class,
            DescribeCommand.class,
            PredictCommand.class,
            GenerateCommand.class,
            ConvertCommand.class,
            DisplayCommand.class,
            DoctorCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 unexpected failure, 2 wrong usage or configuration,",
            "3 bad data, 4 interrupted (framework run --resume RUN goes on)."
        })
final class FrameworkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Without a command: says which there are. */
    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return ExitCode.USAGE.code();
    }
}

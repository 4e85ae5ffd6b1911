package org.muonframework.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muonframework.run.RunDirectory;
import org.muonframework.run.compare.Comparer;
import org.muonframework.run.compare.Comparison;
import org.muonframework.run.compare.ComparisonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework compare RUN RUN…}: runs side by side. */
@Command(
        name = "compare",
        description = "Put runs side by side: values, figures over each other, differences of AUC by the rows that both"
                + " scored, and what differs in configuration and data.")
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Run directories; of two models the first is the reference.")
    private List<Path> runs = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Compare models of this name only (repeatable; default: all models of every run).")
    private List<String> models = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The directory to make (default: comparison-TIME).")
    private Path output;

    @Override
    public Integer call() {
        Logs.configure(common.verbose());
        Comparison comparison = Comparer.compare(runs, models);
        Path chosen = output == null
                ? RunDirectory.fresh(Path.of(""), "comparison", LocalDateTime.now(ZoneId.systemDefault()))
                : output;
        Path page = ComparisonWriter.write(comparison, RunDirectory.at(chosen).path());
        new ComparisonText(comparison).print(spec.commandLine().getOut());
        spec.commandLine().getOut().println("comparison: " + page);
        return ExitCode.DONE.code();
    }
}

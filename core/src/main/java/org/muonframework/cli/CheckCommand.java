package org.muonframework.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.run.AnalysisPlan;
import org.muonframework.run.Assembler;
import org.muonframework.run.Assembly;
import org.muonframework.run.PlanReader;
import org.muonframework.run.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework check analysis.conf}: finds everything that can be wrong before any training. */
@Command(
        name = "check",
        description = "Find everything that can be wrong before any training: configuration, files, columns, shapes.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

    @Parameters(paramLabel = "FILE", description = "The analysis file.")
    private Path file;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        AnalysisPlan plan = session.get(PlanReader.class)
                .read(session.get(AnalysisFileReader.class).read(file, options.overrides()), AnalysisPlan.nameOf(file));
        Assembly assembly = session.get(Assembler.class).assemble(plan, new RunOptions(options.threads(), Path.of("")));
        new AssemblyText(assembly).print(session.out());
        return ExitCode.DONE.code();
    }
}

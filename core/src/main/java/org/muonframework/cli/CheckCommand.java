package org.muonframework.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.data.Prepared;
import org.muonframework.data.UnseenData;
import org.muonframework.run.Cancellation;
import org.muonframework.run.DataReading;
import org.muonframework.run.VariationWarnings;
import org.muonframework.run.assemble.AssembledVariation;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code framework check analysis.conf}: finds everything that can be wrong before any training. It ends with 0 unless
 * there is something that would stop a run; what was found in the data does not change that.
 */
@Command(
        name = "check",
        description =
                "Find everything that can be wrong before any training: configuration, files, columns, shapes, data.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

    @Parameters(paramLabel = "FILE", description = "The analysis file.")
    private Path file;

    @Option(names = "--no-data", description = "Read no rows: look at the configuration and the columns only.")
    private boolean noData;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        Logs.warningsTo(message -> session.err().println("warning: " + message));
        AnalysisPlan plan = session.get(PlanReader.class)
                .read(session.get(AnalysisFileReader.class).read(file, options.overrides()), AnalysisPlan.nameOf(file));
        Assembly assembly = session.get(Assembler.class).assemble(plan, new RunOptions(options.threads(), Path.of("")));
        new AssemblyText(assembly).print(session.out());
        session.out().flush();
        if (noData) {
            session.out().println("nothing wrong was found; no rows were read");
            return ExitCode.DONE.code();
        }
        Cancellation cancellation = new Cancellation();
        return Interrupts.cancel(cancellation, session.err(), () -> {
            DataReading reading = DataReading.thorough(assembly);
            List<String> variations = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            try (ProgressView view = ProgressView.of(common.quiet(), session.err())) {
                Prepared data = reading.read(view, cancellation);
                for (AssembledVariation variation : assembly.variations()) {
                    try {
                        UnseenData unseen = reading.readVariation(variation, data, view, cancellation);
                        variations.addAll(lines(variation, unseen));
                    } catch (UserException e) {
                        e.problems().forEach(problem -> problems.add(named(variation, problem)));
                    }
                }
            } catch (DataException e) {
                tell(reading, session);
                throw e;
            }
            tell(reading, session);
            variations.forEach(session.out()::println);
            VariationWarnings.of(assembly).forEach(text -> session.out().println("warning    " + text));
            session.out().flush();
            if (!problems.isEmpty()) {
                throw new DataException(problems);
            }
            return ExitCode.DONE.code();
        });
    }

    private static List<String> lines(AssembledVariation variation, UnseenData rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "variation  %s: %,d rows to be judged",
                variation.name(),
                rows.rows().size()));
        VariationWarnings.of(variation, rows)
                .forEach(text -> lines.add("warning    variation " + variation.name() + ": " + text));
        return lines;
    }

    private static Problem named(AssembledVariation variation, Problem problem) {
        return new Problem(problem.where(), "variation '" + variation.name() + "': " + problem.message());
    }

    private static void tell(DataReading reading, Session session) {
        new FindingsText(reading.findings(), reading.rows()).print(session.out());
        session.out().flush();
    }
}

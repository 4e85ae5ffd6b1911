package org.muonframework.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.run.Cancellation;
import org.muonframework.run.convert.ConvertOptions;
import org.muonframework.run.convert.Converter;
import org.muonframework.run.convert.TableSize;
import org.muonframework.spi.problem.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework convert IN… OUT}: any readable format to any writable one. */
@Command(
        name = "convert",
        description = "Convert files of any readable format, one after the other, to one file of any writable format.")
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The files or patterns to read, and last the file to write, whose ending tells the format; an"
                    + " older one is replaced.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "The table or tree to read, where files hold several (default: the largest).")
    private Optional<String> table = Optional.empty();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "The columns to write, in this order: names, or patterns such as Muon_* (default: all).")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--selection",
            paramLabel = "EXPR",
            description = "The condition that a row has to fulfil, such as 'pt > 4 && abs(eta) < 2.5'.")
    private Optional<String> selection = Optional.empty();

    @Option(
            names = "--output-table",
            paramLabel = "NAME",
            description = "What the table is called in formats that name tables (default: ${DEFAULT-VALUE}).")
    private String outputTable = TableWriters.TABLE;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        if (files.size() < 2) {
            throw new ConfigurationException("name the files to read, and last the file to write");
        }
        Cancellation cancellation = new Cancellation();
        Path output = Path.of(files.get(files.size() - 1));
        List<String> inputs = files.subList(0, files.size() - 1);
        ConvertOptions options = new ConvertOptions(
                table, columns.stream().map(String::strip).toList(), selection, outputTable, threads.count());
        return Interrupts.cancel(cancellation, session.err(), () -> {
            TableSize size;
            try (ProgressView view = ProgressView.of(common.quiet(), session.err())) {
                Logs.warningsTo(view::warning);
                size = session.get(Converter.class).convert(inputs, output, options, view, cancellation);
            }
            session.out().printf("%s: %d rows, %d columns%n", output, size.rows(), size.columns());
            session.out().flush();
            return ExitCode.DONE.code();
        });
    }
}

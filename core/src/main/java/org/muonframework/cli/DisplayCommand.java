package org.muonframework.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muonframework.run.Cancellation;
import org.muonframework.run.display.DisplayRequest;
import org.muonframework.run.display.Displayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework display DATA --event N}: one row in space, as a page that opens offline. */
@Command(
        name = "display",
        description = "Draw one event in space, on a page that opens offline, with the values of its row.")
final class DisplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Parameters(
            paramLabel = "DATA",
            description = "A file of any readable format, a simulation such as spinquest-simulation, or an analysis"
                    + " file, whose dataset is taken.")
    private String data;

    @Option(
            names = {"-n", "--event"},
            required = true,
            paramLabel = "N",
            description = "The number of the row, from 1; with --selection of the rows that pass it.")
    private long event;

    @Option(
            names = "--selection",
            paramLabel = "EXPR",
            description = "The condition that the rows counted have to fulfil, such as 'run == 1 && event == 17'.")
    private Optional<String> selection = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "The display (default: the one that reads most of the columns); 'framework plugins' lists"
                    + " them.")
    private Optional<String> type = Optional.empty();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "The table or tree to read, where a file holds several (default: the largest).")
    private Optional<String> table = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the display, as in --set display.field=2, or of the data, as in --set"
                    + " dataset.kinematics=physical (repeatable).")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "The seed of everything random of a simulation.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The page to write; an older one is replaced (default: DATA-event-N.html here).")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        Cancellation cancellation = new Cancellation();
        DisplayRequest request =
                new DisplayRequest(data, event, selection, table, type, settings, output, seed, threads.count());
        return Interrupts.cancel(cancellation, session.err(), () -> {
            Path page;
            try (ProgressView view = ProgressView.of(common.quiet(), session.err())) {
                Logs.warningsTo(view::warning);
                page = session.get(Displayer.class).display(request, view, cancellation);
            }
            session.out().println(page);
            session.out().flush();
            return ExitCode.DONE.code();
        });
    }
}

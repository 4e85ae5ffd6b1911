package org.muonframework.run.display;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.config.Overrides;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.evaluate.display.DisplayChoice;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.report.ReportWriter;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.run.Cancellation;
import org.muonframework.run.OutputPath;
import org.muonframework.run.RunListener;
import org.muonframework.run.assemble.CalledDisplay;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.DisplayReader;
import org.muonframework.spi.Context;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.problem.ConfigurationException;
import org.slf4j.LoggerFactory;

/** Writes the page of one event. */
public final class Displayer {

    private static final String OF_DISPLAY = "display.";

    private final PluginRegistry registry;
    private final SettingsBinder binder;
    private final DisplayedData data;

    /** With the displays that are installed, and what opens data. */
    @Inject
    public Displayer(PluginRegistry registry, SettingsBinder binder, DisplayedData data) {
        this.registry = registry;
        this.binder = binder;
        this.data = data;
    }

    /**
     * Writes one HTML file that opens offline: the event in space, which can be turned, its projections, and the values
     * of the row.
     *
     * @return the file
     * @throws ConfigurationException if there is no such event, no display of the name, or none that can draw the
     *     columns
     * @throws org.muonframework.spi.problem.DataException if the data cannot be read, or the file not be written
     */
    public Path display(DisplayRequest request, RunListener listener, Cancellation cancellation) {
        if (request.event() < 1) {
            throw new ConfigurationException("--event " + request.event(), "events are counted from 1");
        }
        List<String> ofDisplay = request.settings().stream()
                .filter(option -> option.strip().startsWith(OF_DISPLAY))
                .map(option -> option.strip().substring(OF_DISPLAY.length()))
                .toList();
        List<String> ofData = request.settings().stream()
                .filter(option -> !option.strip().startsWith(OF_DISPLAY))
                .toList();
        if (!ofDisplay.isEmpty() && request.display().isEmpty()) {
            throw new ConfigurationException(
                    "--set " + OF_DISPLAY + ofDisplay.get(0), "name the display that it is for by --type");
        }
        Map<String, EventDisplay> displays = displays(request, ofDisplay);
        Dataset dataset = data.open(request, ofData);
        DisplayChoice choice = DisplayChoice.of(displays, request.display(), dataset.schema());
        Path output = request.output().orElseGet(() -> Path.of(name(request)));
        OutputPath.refuseInputs(output, dataset.files());
        listener.stage("looking for event " + request.event());
        Event event = new RowSearch(dataset, request.selection())
                .find(request.event(), request.data(), listener, cancellation);
        String title =
                "Event " + request.event() + " of " + Path.of(request.data()).getFileName();
        new ReportWriter(FigureStyle.ofSample(dataset.files().isEmpty() ? "Simulation" : ""))
                .write(
                        new EventReport(dataset.schema(), event)
                                .report(
                                        title,
                                        choice.name(),
                                        choice.display().scene(event),
                                        choice.display().figures(event)),
                        output);
        return output;
    }

    /** All displays, the one that the user names with the settings that he gives. */
    private Map<String, EventDisplay> displays(DisplayRequest request, List<String> settings) {
        DisplayReader reader = new DisplayReader(registry, binder);
        List<Configured<DisplayProvider<?>>> all = new ArrayList<>(reader.defaults());
        if (request.display().isPresent()
                && registry.display(request.display().get()).isPresent()) {
            String name = request.display().get();
            Problems problems = new Problems();
            Config given = settings.isEmpty() ? ConfigFactory.empty() : Overrides.parse(settings, problems);
            Optional<Configured<DisplayProvider<?>>> chosen = reader.read(name, given, problems);
            problems.throwIfAny();
            all.removeIf(one -> one.service().name().equals(name));
            all.add(chosen.orElseThrow());
        }
        Context context = new RunContext(
                new RandomStreams(request.seed().orElse(1L)),
                request.threads(),
                Path.of(""),
                LoggerFactory.getLogger("service.display"));
        return CalledDisplay.all(all, context);
    }

    /** {@code 4lepton-event-1.html} */
    private static String name(DisplayRequest request) {
        String file = String.valueOf(Path.of(request.data()).getFileName());
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        return stem.replaceAll("[^A-Za-z0-9._-]+", "-") + "-event-" + request.event() + ".html";
    }
}

package org.muonframework.run.convert;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muonframework.config.Overrides;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.Service;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunListener;
import org.muonframework.run.assemble.Providers;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.SectionReader;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;
import org.slf4j.LoggerFactory;

/** Writes events of a simulation to a file. */
public final class Generator {

    private static final String EVENTS = "events";

    private final PluginRegistry registry;
    private final SettingsBinder binder;

    /** With the simulations that are installed. */
    @Inject
    public Generator(PluginRegistry registry, SettingsBinder binder) {
        this.registry = registry;
        this.binder = binder;
    }

    /**
     * Which events to make.
     *
     * @param name the dataset that makes them, or the directory of a run whose model does
     * @param events how many
     * @param settings its other settings, each as {@code key=value}
     * @param seed governs everything random
     * @param threads number of threads; the events do not depend on it
     */
    public record Request(String name, long events, List<String> settings, long seed, int threads) {

        public Request {
            settings = List.copyOf(settings);
        }
    }

    /** Whether a dataset of this name is installed. */
    public boolean knows(String name) {
        return registry.dataset(name).isPresent();
    }

    /**
     * Writes the events with all columns of the dataset, the same ones that an analysis with this dataset and seed
     * sees.
     *
     * @param output the file to write; its ending tells the format
     * @return how many rows and columns it has
     * @throws ConfigurationException if there is no such simulation, or a setting is wrong
     * @throws org.muonframework.spi.problem.DataException if the file cannot be written
     */
    public TableSize generate(Request request, Path output, RunListener listener, Cancellation cancellation) {
        requireSimulation(request.name());
        Problems problems = new Problems();
        Optional<Configured<DatasetProvider<?>>> chosen = new SectionReader(registry, binder, problems)
                .read(ServiceKind.DATASET, "dataset", section(request, problems), registry::dataset);
        problems.throwIfAny();
        Dataset dataset = Providers.dataset(
                chosen.orElseThrow(),
                new RunContext(
                        new RandomStreams(request.seed()),
                        request.threads(),
                        Path.of(""),
                        LoggerFactory.getLogger("service." + request.name())));
        listener.stage("generating " + request.name());
        return new TableCopy(dataset, dataset.schema().columns(), Optional.empty())
                .to(output, TableWriters.TABLE, listener, cancellation);
    }

    private static ConfigObject section(Request request, Problems problems) {
        Config settings = Overrides.parse(request.settings(), problems);
        for (String key : List.of("type", EVENTS)) {
            if (settings.hasPathOrNull(key)) {
                problems.add(
                        "--set " + key,
                        key.equals(EVENTS)
                                ? "the number of events is given by -n"
                                : "the dataset is given by its name");
            }
        }
        return settings.withValue("type", ConfigValueFactory.fromAnyRef(request.name(), request.name()))
                .withValue(EVENTS, ConfigValueFactory.fromAnyRef(request.events(), "-n " + request.events()))
                .root();
    }

    private void requireSimulation(String name) {
        Optional<Service<DatasetProvider<?>>> service = registry.dataset(name);
        if (service.isEmpty()) {
            throw new ConfigurationException(
                    "there is no dataset '" + name + "'." + Suggestions.didYouMean(name, simulations()));
        }
        if (!isSimulation(service.get())) {
            throw new ConfigurationException("the dataset '" + name + "' is no simulation: it has no setting '" + EVENTS
                    + "'. Simulations installed: " + String.join(", ", simulations()));
        }
    }

    private Set<String> simulations() {
        Set<String> names = new TreeSet<>(registry.names(ServiceKind.DATASET));
        names.removeIf(name -> !isSimulation(registry.dataset(name).orElseThrow()));
        return names;
    }

    private static boolean isSimulation(Service<DatasetProvider<?>> service) {
        return SettingsBinder.keys(service.provider().settings()).contains(EVENTS);
    }
}

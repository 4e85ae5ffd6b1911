package org.muonframework.run.display;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Overrides;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Providers;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.plan.SectionReader;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;
import org.slf4j.LoggerFactory;

/** Opens what a user names: files, the dataset of an analysis file, or a simulation. */
public final class DisplayedData {

    private static final String DATASET = "dataset";
    private static final String FILES = "files";

    private final PluginRegistry registry;
    private final SettingsBinder binder;
    private final AnalysisFileReader analyses;
    private final PlanReader plans;
    private final Assembler assembler;

    /** With all that opens data. */
    @Inject
    public DisplayedData(
            PluginRegistry registry,
            SettingsBinder binder,
            AnalysisFileReader analyses,
            PlanReader plans,
            Assembler assembler) {
        this.registry = registry;
        this.binder = binder;
        this.analyses = analyses;
        this.plans = plans;
        this.assembler = assembler;
    }

    /**
     * Opens a dataset as far as its schema.
     *
     * @param settings keys of the dataset section, or for an analysis file any of its keys, as {@code key=value}
     * @throws ConfigurationException if there is neither file nor simulation, or a setting is wrong
     * @throws org.muonframework.spi.problem.DataException if a file is missing or damaged
     */
    Dataset open(DisplayRequest request, List<String> settings) {
        if (request.data().toLowerCase(Locale.ROOT).endsWith(".conf")) {
            return ofAnalysis(request, settings);
        }
        boolean simulation = !Files.exists(Path.of(request.data()))
                && !request.data().equals(FILES)
                && registry.dataset(request.data()).isPresent();
        if (simulation) {
            return ofType(request.data(), request, settings);
        }
        if (!Files.exists(Path.of(request.data())) && request.data().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            List<String> names = new ArrayList<>(registry.names(ServiceKind.DATASET));
            names.remove(FILES);
            throw new ConfigurationException("there is no file and no simulation '" + request.data() + "'."
                    + Suggestions.didYouMean(request.data(), names));
        }
        return ofType(FILES, request, settings);
    }

    private Dataset ofAnalysis(DisplayRequest request, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        request.seed().ifPresent(seed -> all.add("seed=" + seed));
        request.table().ifPresent(table -> all.add("dataset.tree=" + table));
        Path file = Path.of(request.data());
        AnalysisPlan plan = plans.read(analyses.read(file, all), AnalysisPlan.nameOf(file));
        return assembler
                .assemble(plan, new RunOptions(request.threads(), Path.of("")))
                .dataset();
    }

    private Dataset ofType(String type, DisplayRequest request, List<String> settings) {
        Problems problems = new Problems();
        Config given = Overrides.parse(settings, problems);
        given.root().keySet().stream()
                .filter(key -> !key.equals(DATASET))
                .forEach(key -> problems.add(
                        "--set " + key,
                        "settings of the data begin with 'dataset.', those of the display with 'display.'"));
        Config section = given.hasPath(DATASET) ? given.getConfig(DATASET) : ConfigFactory.empty();
        section = section.withValue("type", ConfigValueFactory.fromAnyRef(type, type));
        if (type.equals(FILES)) {
            section = section.withValue(FILES, ConfigValueFactory.fromAnyRef(List.of(request.data())));
            if (request.table().isPresent()) {
                section = section.withValue(
                        "tree", ConfigValueFactory.fromAnyRef(request.table().get(), "--table"));
            }
        } else if (request.table().isPresent()) {
            problems.add("--table", "a simulation has no tables");
        }
        Optional<Configured<DatasetProvider<?>>> chosen = new SectionReader(registry, binder, problems)
                .read(ServiceKind.DATASET, DATASET, section.root(), registry::dataset);
        problems.throwIfAny();
        return Providers.dataset(
                chosen.orElseThrow(),
                new RunContext(
                        new RandomStreams(request.seed().orElse(1L)),
                        request.threads(),
                        Path.of(""),
                        LoggerFactory.getLogger("service." + type)));
    }
}

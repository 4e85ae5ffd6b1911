package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muonframework.config.SettingDescription;
import org.muonframework.config.SettingsDescriber;
import org.muonframework.data.expression.Expression;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.Service;
import org.muonframework.run.plan.AnalysisSettings;
import org.muonframework.run.plan.DatasetSettings;
import org.muonframework.run.plan.EnsembleSettings;
import org.muonframework.run.plan.GridSettings;
import org.muonframework.run.plan.OmitSettings;
import org.muonframework.run.plan.RegionSettings;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.Provider;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework describe NAME}: every key of a service with type, unit, default and range. */
@Command(
        name = "describe",
        description =
                "Describe a dataset, transform, model, trainer, metric, display or analysis: every key with type, unit,"
                        + " default, range.")
final class DescribeCommand implements Callable<Integer> {

    private static final String ANALYSIS_FILE = "analysis-file";
    private static final String EXPRESSIONS = "expressions";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "NAME",
            description = "A name from 'framework plugins', analysis-file (keys outside the services) or expressions.")
    private String name;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        PrintWriter out = session.out();
        if (name.equals(ANALYSIS_FILE)) {
            out.println("Keys of an analysis file:");
            keys(out, AnalysisSettings.class);
            out.println("Keys of the section 'dataset' for every type:");
            keys(out, DatasetSettings.class);
            out.println("Keys of the section 'regions':");
            keys(out, RegionSettings.class);
            out.println("Keys of the section 'grid', beside the settings that vary:");
            keys(out, GridSettings.class);
            out.println("Keys of the section 'ensemble':");
            keys(out, EnsembleSettings.class);
            out.println("Keys of the section 'omit':");
            keys(out, OmitSettings.class);
            return ExitCode.DONE.code();
        }
        if (name.equals(EXPRESSIONS)) {
            Stream.concat(Expression.functions().stream(), Expression.constants().stream())
                    .forEach(entry -> out.printf("%s%n    %s%n", entry.signature(), entry.description()));
            return ExitCode.DONE.code();
        }
        PluginRegistry registry = session.get(PluginRegistry.class);
        List<Service<?>> found = registry.services().stream()
                .filter(service -> service.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            List<String> names = registry.services().stream()
                    .map(Service::name)
                    .distinct()
                    .sorted()
                    .toList();
            throw new ConfigurationException("nothing is named '" + name + "'." + Suggestions.didYouMean(name, names)
                    + " 'framework plugins' lists all.");
        }
        for (Service<?> service : found) {
            out.printf(
                    "%s %s (plugin %s %s)%n",
                    service.kind().label(),
                    name,
                    service.plugin().id(),
                    service.plugin().version());
            out.println("  " + service.description());
            if (service.provider() instanceof Provider<?> provider) {
                keys(out, provider.settings());
            } else if (service.provider() instanceof AnalysisProvider) {
                out.println("  'framework init " + name + "' writes its file, with every key explained.");
            }
        }
        return ExitCode.DONE.code();
    }

    private static void keys(PrintWriter out, Class<? extends Record> settings) {
        List<SettingDescription> keys = new SettingsDescriber().describe(settings);
        if (keys.isEmpty()) {
            out.println("  no keys");
        }
        for (SettingDescription key : keys) {
            out.printf("  %s = %s%n", key.key(), key.defaultValue());
            out.printf("      %s%s%s%n", key.type(), prefixed(" ", key.unit()), prefixed(", ", key.range()));
            out.printf("      %s%n", key.documentation());
        }
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }
}

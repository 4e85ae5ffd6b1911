package org.muonframework.cli;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muonframework.config.PresetText;
import org.muonframework.files.AtomicFile;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framework init PRESET}: writes a commented starter file. */
@Command(name = "init", description = "Write a commented starter analysis file for one of the installed analyses.")
final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "PRESET", description = "An analysis from 'framework plugins'.")
    private String preset;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write (default: PRESET.conf); never overwritten.")
    private Path output;

    @Override
    public Integer call() {
        Session session = Session.open(spec, common);
        PluginRegistry registry = session.get(PluginRegistry.class);
        URL url = registry.analysis(preset)
                .map(service -> service.call(AnalysisProvider::preset))
                .orElseThrow(() -> new ConfigurationException("no analysis is named '" + preset + "'."
                        + Suggestions.didYouMean(preset, registry.names(ServiceKind.ANALYSIS))));
        Path target = output == null ? Path.of(preset + ".conf") : output;
        if (Files.exists(target)) {
            throw new ConfigurationException(target.toString(), "exists already; name another file with --output");
        }
        AtomicFile.write(target, file -> {
            String text = PresetText.of(url);
            boolean named = text.lines().anyMatch(line -> line.startsWith("analysis"));
            Files.writeString(file, named ? text : "analysis = " + preset + "\n\n" + text);
        });
        session.out().println(target);
        session.err().println("Edit it, then: framework check " + target + " && framework run " + target);
        return ExitCode.DONE.code();
    }
}

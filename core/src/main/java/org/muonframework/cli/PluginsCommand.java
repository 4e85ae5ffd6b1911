package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.muonframework.plugin.Plugin;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.RejectedPlugin;
import org.muonframework.plugin.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code framework plugins}: what is installed, from which JAR and version, and what was skipped. */
@Command(name = "plugins", description = "List what is installed, from which JAR and version, and what was skipped.")
final class PluginsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        Session session = Session.silently(spec, common);
        PrintWriter out = session.out();
        PluginRegistry registry = session.get(PluginRegistry.class);
        for (Plugin plugin : registry.plugins()) {
            String place = plugin.files().isEmpty()
                    ? "built in"
                    : plugin.files().get(0).toAbsolutePath().normalize().toString();
            out.printf("%s %s (SPI %s) %s%n", plugin.id(), plugin.version(), plugin.spiVersion(), place);
            for (Service<?> service : registry.services()) {
                if (service.plugin().equals(plugin)) {
                    out.printf("  %-9s %-24s %s%n", service.kind().label(), service.name(), service.description());
                }
            }
        }
        for (RejectedPlugin plugin : registry.rejected()) {
            out.println("skipped " + plugin);
        }
        return ExitCode.DONE.code();
    }
}

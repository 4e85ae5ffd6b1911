package org.muonframework.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.PrintWriter;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.RejectedPlugin;
import picocli.CommandLine.Model.CommandSpec;

/** One command at work: the wired core, and where to print. */
final class Session {

    private final Injector injector;
    private final PrintWriter out;
    private final PrintWriter err;

    private Session(Injector injector, PrintWriter out, PrintWriter err) {
        this.injector = injector;
        this.out = out;
        this.err = err;
    }

    /** Loads the plugins; those that are broken are named on standard error. */
    static Session open(CommandSpec spec, CommonOptions options) {
        Logs.configure(options.verbose());
        Session session = silently(spec, options);
        for (RejectedPlugin plugin : session.get(PluginRegistry.class).rejected()) {
            session.err.println("warning: plugin skipped: " + plugin);
        }
        return session;
    }

    /** Loads the plugins and leaves it to the command to say which are broken. */
    static Session silently(CommandSpec spec, CommonOptions options) {
        Logs.configure(options.verbose());
        return new Session(
                Guice.createInjector(Stage.DEVELOPMENT, new CoreModule(options.pluginFolders())),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }
}

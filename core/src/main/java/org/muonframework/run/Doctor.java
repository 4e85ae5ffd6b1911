package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.plugin.Plugin;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.RejectedPlugin;
import org.muonframework.plugin.Service;
import org.muonframework.spi.Provider;
import org.muonframework.spi.problem.UserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries what a run needs: memory, native libraries, engines, plugins. */
public final class Doctor {

    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
    private static final long LITTLE_MEMORY = 1L << 30;

    private final PluginRegistry registry;

    /** With the plugins to examine. */
    public Doctor(PluginRegistry registry) {
        this.registry = registry;
    }

    /**
     * One thing that was tried.
     *
     * @param good whether it works
     * @param subject what was tried
     * @param detail what was found, and what to do where it does not work
     */
    public record Finding(boolean good, String subject, String detail) {}

    /** Tries everything; never throws. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                true,
                "java",
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + ", on "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        findings.add(memory());
        findings.add(
                new Finding(true, "cores", String.valueOf(Runtime.getRuntime().availableProcessors())));
        for (Service<?> service : registry.services()) {
            if (service.provider() instanceof Provider<?> provider) {
                attempt(service, provider).ifPresent(findings::add);
            }
        }
        for (Plugin plugin : registry.plugins()) {
            findings.add(new Finding(true, "plugin " + plugin.id(), plugin.version()));
        }
        for (RejectedPlugin plugin : registry.rejected()) {
            findings.add(new Finding(false, "plugin", plugin.toString()));
        }
        return findings;
    }

    private static Finding memory() {
        long bytes = Runtime.getRuntime().maxMemory();
        String text = (bytes >> 20) + " MiB for the Java heap";
        return bytes < LITTLE_MEMORY
                ? new Finding(false, "memory", text + "; raise it with FRAMEWORK_JAVA_OPTS=-Xmx4g")
                : new Finding(true, "memory", text);
    }

    private static Optional<Finding> attempt(Service<?> service, Provider<?> provider) {
        String subject = service.kind().label() + " " + service.name();
        try {
            return service.plugin().call(provider::selfTest).map(found -> new Finding(true, subject, found));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} does not work", subject, e);
            String reason = e instanceof UserException ? e.getMessage() : e.toString();
            return Optional.of(new Finding(false, subject, reason));
        }
    }
}

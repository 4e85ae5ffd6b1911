package org.muonframework.cli;

import java.util.concurrent.Callable;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code framework doctor}: what works here, and what to do where it does not. */
@Command(name = "doctor", description = "Try engines, native libraries and plugins: what works here, and what to do.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        Session session = Session.silently(spec, common);
        boolean healthy = true;
        for (Doctor.Finding finding : new Doctor(session.get(PluginRegistry.class)).examine()) {
            session.out()
                    .printf("%-5s %-16s %s%n", finding.good() ? "ok" : "FAIL", finding.subject(), finding.detail());
            healthy &= finding.good();
        }
        return (healthy ? ExitCode.DONE : ExitCode.UNEXPECTED).code();
    }
}

package org.muonframework.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the framework and of the JVM it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "Muon Framework " + framework(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }

    static String framework() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}

package org.muonframework.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that read an analysis file. */
final class AnalysisOptions {

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace one value of the file, as in --set trainer.epochs=5 (repeatable).")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of everything random; the same as --set seed=N.")
    private Long seed;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    List<String> overrides() {
        List<String> all = new ArrayList<>(overrides);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        return all;
    }

    int threads() {
        return threads.count();
    }
}

package org.muonframework.run;

import com.typesafe.config.Config;
import jakarta.inject.Inject;
import java.util.List;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.ConfigText;
import org.muonframework.files.AtomicFile;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.problem.ConfigurationException;

/** Runs analyses: starts new ones and goes on with interrupted ones. */
public final class AnalysisRunner {

    private final PluginRegistry registry;
    private final AnalysisFileReader files;
    private final PlanReader plans;
    private final Assembler assembler;

    /** With everything that a run needs. */
    @Inject
    public AnalysisRunner(PluginRegistry registry, AnalysisFileReader files, PlanReader plans, Assembler assembler) {
        this.registry = registry;
        this.files = files;
        this.plans = plans;
        this.assembler = assembler;
    }

    /**
     * Runs an analysis in a new directory.
     *
     * @throws RunCancelledException if the user asked for a stop; the run can be resumed
     */
    public RunOutcome start(
            Assembly assembly,
            RunOptions options,
            RunDirectory directory,
            RunListener listener,
            Cancellation cancellation) {
        AtomicFile.write(
                directory.configuration(), ConfigText.render(assembly.plan().resolved()));
        return execute(assembly, options, directory, listener, cancellation);
    }

    /**
     * Goes on with an interrupted run: what is complete is taken as it is, an unfinished training continues from its
     * last step, and the numbers are those of a run that was never interrupted.
     *
     * @param threads number of threads allowed
     * @throws ConfigurationException if the directory holds no run
     * @throws RunCancelledException if the user asked for a stop again
     */
    public RunOutcome resume(RunDirectory directory, int threads, RunListener listener, Cancellation cancellation) {
        RunOptions options = new RunOptions(threads, Manifest.directoryOf(directory));
        Config config = files.read(directory.configuration(), List.of());
        AnalysisPlan plan = plans.read(config, Manifest.nameOf(directory));
        return execute(assembler.assemble(plan, options), options, directory, listener, cancellation);
    }

    private RunOutcome execute(
            Assembly assembly,
            RunOptions options,
            RunDirectory directory,
            RunListener listener,
            Cancellation cancellation) {
        Manifest manifest = Manifest.begin(assembly.plan(), options, registry);
        return new Execution(assembly, options, directory, listener, cancellation, manifest).run();
    }
}

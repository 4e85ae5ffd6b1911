package org.muonframework.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muonframework.data.FoldedData;
import org.muonframework.data.Prepared;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.data.lint.FeatureRange;
import org.muonframework.data.lint.FeatureRanges;
import org.muonframework.data.lint.Finding;
import org.muonframework.report.Report;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.report.AnalysisReport;
import org.muonframework.run.result.AucContrast;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.RunResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.train.TrainingCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run at work: data, training, evaluation, figures, report, in this order. */
final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    /** So many of a model are told while it runs; all stand in the report. */
    private static final int MOST_WARNINGS = 5;

    private final Assembly assembly;
    private final RunOptions options;
    private final RunDirectory directory;
    private final StageTimes listener;
    private final Cancellation cancellation;
    private Manifest manifest;

    Execution(
            Assembly assembly,
            RunOptions options,
            RunDirectory directory,
            RunListener listener,
            Cancellation cancellation,
            Manifest manifest) {
        this.assembly = assembly;
        this.options = options;
        this.directory = directory;
        this.listener = new StageTimes(listener);
        this.cancellation = cancellation;
        this.manifest = manifest;
    }

    /**
     * What the metrics found.
     *
     * @param models of each model, or of the data where there is none
     * @param variations the same on variations of the simulation
     * @param contrasts areas under the ROC curves of the models against that of the first
     */
    private record Judged(List<ModelResult> models, List<VariationResult> variations, List<AucContrast> contrasts) {}

    RunOutcome run() {
        record(manifest);
        boolean ended = false;
        try {
            RunOutcome outcome = work();
            record(ended("complete"));
            ended = true;
            return outcome;
        } catch (TrainingCancelledException | RunCancelledException e) {
            LOG.info("interrupted: {}", e.getMessage());
            record(ended("interrupted"));
            ended = true;
            throw new RunCancelledException(directory, e);
        } finally {
            if (!ended) {
                record(ended("failed"));
            }
        }
    }

    private RunOutcome work() {
        DataReading reading = DataReading.of(assembly);
        Prepared data = read(reading);
        List<Finding> findings = reading.findings();
        FindingsFile.write(findings, directory.findings());
        List<String> warnings = new ArrayList<>(new DataWarnings(data, findings).list());
        warnings.addAll(VariationWarnings.of(assembly));
        warnings.forEach(listener::warning);
        List<String> failures = new ArrayList<>();
        Judge judge = new Judge(assembly.metrics(), cancellation, failures);
        Judged judged = assembly.models().isEmpty() ? measure(data, judge) : train(data, reading, judge, failures);
        failures.forEach(listener::warning);
        return publish(result(data, findings, judged, warnings, failures));
    }

    /** Lets the metrics look at all rows as they are: there is no model. */
    private Judged measure(Prepared data, Judge judge) {
        listener.stage("evaluating the data");
        PreparedPart whole = data.trainable();
        Sample sample = whole.sample(whole.features(), data.task().images(), new float[0][]);
        Evaluation evaluation = new Evaluation(
                ModelResult.DATA, data.task(), ModelResult.NO_HISTORY, List.of(sample), whole.part(), data.columns());
        return new Judged(List.of(told(ModelResult.ofData(judge.judge(evaluation)))), List.of(), List.of());
    }

    /** The same, once the user has been told what to know before believing it. */
    private ModelResult told(ModelResult model) {
        tell(model.name(), model.warnings().stream().distinct().toList());
        return model;
    }

    private void tell(String of, List<String> warnings) {
        warnings.stream().limit(MOST_WARNINGS).forEach(listener::warning);
        if (warnings.size() > MOST_WARNINGS) {
            listener.warning(
                    of + ": " + (warnings.size() - MOST_WARNINGS) + " more warnings stand at the head of the report");
        }
    }

    private Judged train(Prepared data, DataReading reading, Judge judge, List<String> failures) {
        List<ModelResult> models = new ArrayList<>();
        Predictions predictions = predictions(data);
        Reweights reweights = Reweights.fit(assembly, data);
        new TrainedRows(assembly).notes(data).forEach(listener::warning);
        reweights.notes().forEach(listener::warning);
        Trainings trainings = new Trainings(assembly, reweights, options, directory, listener, cancellation);
        ModelStage stage = stage(data, trainings, judge);
        RangesFile.write(ranges(data), directory.ranges());
        TaskFile.of(assembly).write(directory.task());
        for (AssembledModel model : assembly.models()) {
            cancellation.check();
            models.add(reweights.withClosure(told(stage.run(model, predictions))));
        }
        cancellation.check();
        listener.stage("writing predictions");
        predictions.write(directory.predictions());
        List<VariationResult> variations = new VariationStage(
                        assembly, data, reading, trainings, judge, listener, cancellation)
                .run(models, predictions, failures);
        variations.forEach(variation -> tell("variation " + variation.name(), variation.warnings()));
        manifest = manifest.withModels(models).withVariations(variations);
        return new Judged(models, variations, predictions.contrasts(assembly.models(), data.evaluated()));
    }

    private Prepared read(DataReading reading) {
        Prepared data = reading.read(listener, cancellation);
        data.steps()
                .forEach(step ->
                        LOG.info("{}: {} rows, sum of weights {}", step.step(), step.rows(), step.sumOfWeights()));
        data.clipped().forEach(count -> LOG.info("feature {}", count.text()));
        manifest =
                manifest.withInputs(assembly.dataset().files()).withData(DataAccount.of(data, reading.eventColumns()));
        record(manifest);
        return data;
    }

    /** Says how missing values are replaced before any model is trained, so that no model is ever without it. */
    private ModelStage stage(Prepared data, Trainings trainings, Judge judge) {
        if (data instanceof FoldedData folded) {
            for (int fold = 0; fold < folded.folds().count(); fold++) {
                ModelFiles.saveFillValues(folded.fillValues(fold), directory.preprocessing(fold));
            }
            return new FoldStage(folded, trainings, judge, listener, cancellation);
        }
        PreparedData split = (PreparedData) data;
        ModelFiles.saveFillValues(split.fillValues(), directory.preprocessing());
        return new SplitStage(split, trainings, judge, listener, cancellation);
    }

    private Predictions predictions(Prepared data) {
        boolean several = assembly.models().size() > 1;
        return data instanceof FoldedData folded
                ? Predictions.of(folded, several)
                : Predictions.of((PreparedData) data, several);
    }

    /** Where the features lie that a model may be trained on: those of the training part, or of all folds. */
    private static List<FeatureRange> ranges(Prepared data) {
        return FeatureRanges.of(data.task().features(), data.trainable());
    }

    private RunResult result(
            Prepared data, List<Finding> findings, Judged judged, List<String> warnings, List<String> failures) {
        List<ModelMetric> values = Stream.concat(
                        judged.models().stream().flatMap(model -> model.metrics().stream()
                                .flatMap(named -> named.result().values().stream()
                                        .map(value -> new ModelMetric(model.name(), named.metric(), value)))),
                        judged.variations().stream().flatMap(variation -> variation.values().stream()))
                .toList();
        return new RunResult(
                assembly,
                data.steps(),
                data.weights(),
                data.clipped(),
                findings,
                judged.models(),
                values,
                data.evaluated(),
                warnings,
                failures,
                judged.variations(),
                judged.contrasts());
    }

    private RunOutcome publish(RunResult result) {
        listener.stage("drawing figures and report");
        MetricsFile.write(result.values(), directory.metrics());
        Report report = new AnalysisReport(result, ended("complete").provenance()).compose();
        directory.reportFiles().write(report, style(), cancellation::check);
        return new RunOutcome(directory, result.evaluated(), result.values(), listener.seconds(), result.failures());
    }

    /** What stands above every figure: what the user says, else whether the rows are simulated. */
    private FigureStyle style() {
        String simulated = assembly.dataset().files().isEmpty() ? "Simulation" : "";
        return FigureStyle.ofSample(assembly.plan().settings().figureLabel().orElse(simulated));
    }

    private Manifest ended(String how) {
        return manifest.ended(how, listener.seconds());
    }

    private void record(Manifest state) {
        state.write(directory.manifest());
    }
}

package org.muonframework.run.convert;

import com.typesafe.config.Config;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Overrides;
import org.muonframework.config.Problems;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.run.Cancellation;
import org.muonframework.run.Manifest;
import org.muonframework.run.ModelFiles;
import org.muonframework.run.RunDirectory;
import org.muonframework.run.RunListener;
import org.muonframework.run.TaskFile;
import org.muonframework.run.assemble.Providers;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.run.assemble.TrainerChain;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;
import org.muonframework.spi.simulation.BlockDataset;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.spi.train.TrainedModel;
import org.slf4j.LoggerFactory;

/** Makes rows with a model of a run, from standard Gaussian numbers. */
public final class GenerativeRun {

    private static final String MODEL = "model";

    private final AnalysisFileReader files;
    private final PlanReader plans;

    /** With what is needed to read a run. */
    @Inject
    public GenerativeRun(AnalysisFileReader files, PlanReader plans) {
        this.files = files;
        this.plans = plans;
    }

    /** A model of a run that makes rows, not trained. */
    private record Entry(ModelPlan plan, Model untrained) {}

    /**
     * Writes rows with the features of the model.
     *
     * @param request with the run's directory as its name
     * @return how many rows and columns there are
     * @throws ConfigurationException if no model of the run makes rows, or none or several are meant
     */
    public TableSize generate(Generator.Request request, Path output, RunListener listener, Cancellation cancellation) {
        RunDirectory run = RunDirectory.open(Path.of(request.name()));
        AnalysisPlan plan = plans.read(files.read(run.configuration(), List.of()), Manifest.nameOf(run));
        TaskFile known = TaskFile.read(run.task());
        RunContext context =
                new RunContext(new RandomStreams(request.seed()), 1, Path.of(""), LoggerFactory.getLogger("generate"));
        List<Entry> entries = new ArrayList<>();
        for (ModelPlan model : plan.models()) {
            Model untrained = Providers.model(
                    model.model(), context.withTask(known.task().withFeatures(model.inputs()), known.columns()));
            if (untrained instanceof NeuralModel neural && neural.code().isPresent()) {
                entries.add(new Entry(model, untrained));
            }
        }
        Entry chosen = chosen(entries, request, run);
        String name = chosen.plan().name();
        Path directory = plan.settings().folds() > 0 ? run.model(name, 0) : run.model(name);
        listener.stage("generating with " + name);
        try (TrainedModel trained =
                ModelFiles.load(TrainerChain.of(chosen.plan(), context), directory, chosen.untrained(), context)) {
            RowGenerator generator = trained.generator()
                    .orElseThrow(() -> new ConfigurationException(
                            directory.toString(), "an ensemble and models in regions make no rows"));
            Schema schema = schema(generator, known.columns());
            BlockDataset rows = new BlockDataset(
                    name,
                    schema,
                    request.events(),
                    (first, count, columns, random) -> make(generator, count, random),
                    context);
            return new TableCopy(rows, schema.columns(), Optional.empty())
                    .to(output, TableWriters.TABLE, listener, cancellation);
        }
    }

    private static Entry chosen(List<Entry> entries, Generator.Request request, RunDirectory run) {
        List<String> names = entries.stream().map(entry -> entry.plan().name()).toList();
        if (names.isEmpty()) {
            throw new ConfigurationException(run.path().toString(), "this run has no generative model");
        }
        Problems problems = new Problems();
        Config settings = Overrides.parse(request.settings(), problems);
        settings.root().keySet().stream()
                .filter(key -> !key.equals(MODEL))
                .forEach(key -> problems.add("--set " + key, "a run's model has one setting: model = NAME"));
        problems.throwIfAny();
        if (!settings.hasPath(MODEL)) {
            if (names.size() > 1) {
                throw new ConfigurationException(
                        run.path().toString(),
                        "several models make rows; expected --set model=NAME with one of " + String.join(", ", names));
            }
            return entries.get(0);
        }
        String wanted = settings.getString(MODEL);
        return entries.stream()
                .filter(entry -> entry.plan().name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "--set model",
                        "no model '" + wanted + "' of this run makes rows."
                                + Suggestions.didYouMean(wanted, Set.copyOf(names))));
    }

    private static Schema schema(RowGenerator generator, List<ColumnSpec> known) {
        return Schema.of(generator.columns().stream()
                .map(column -> known.stream()
                        .filter(spec -> spec.name().equals(column))
                        .findFirst()
                        .map(spec -> ColumnSpec.of(
                                column, ColumnType.FLOAT, spec.unit(), spec.description(), ColumnRole.FEATURE))
                        .orElseGet(() -> ColumnSpec.of(column, ColumnType.FLOAT)))
                .toList());
    }

    private static Map<String, Column> make(RowGenerator generator, int count, RandomGenerator random) {
        float[][] codes = new float[generator.codes()][count];
        for (int row = 0; row < count; row++) {
            for (float[] code : codes) {
                code[row] = (float) random.nextGaussian();
            }
        }
        float[][] made = generator.make(codes);
        Map<String, Column> columns = new HashMap<>();
        for (int column = 0; column < made.length; column++) {
            columns.put(generator.columns().get(column), new Column.Floats(made[column]));
        }
        return columns;
    }
}

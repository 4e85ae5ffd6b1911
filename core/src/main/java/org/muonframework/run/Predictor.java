package org.muonframework.run;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.FeatureReader;
import org.muonframework.data.FillValues;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;
import org.slf4j.LoggerFactory;

/** Scores files with the models of a run: a row of the output for each row of the input, in its order. */
public final class Predictor {

    private static final String FILES = "files";

    private final PluginRegistry registry;
    private final AnalysisFileReader files;
    private final PlanReader plans;
    private final SettingsBinder binder;

    /** With everything that is needed to read a run. */
    @Inject
    public Predictor(PluginRegistry registry, AnalysisFileReader files, PlanReader plans, SettingsBinder binder) {
        this.registry = registry;
        this.files = files;
        this.plans = plans;
        this.binder = binder;
    }

    /**
     * Writes the scores of all rows (of all elements where the training exploded lists), whatever the selection of the
     * analysis: event keys where the input has them, and a
     * column for each prediction. Where the policy for missing values is {@code drop}, a row that misses a value gets
     * NaN.
     *
     * @param inputs files or globs
     * @param output the file to write
     * @return the number of rows
     * @throws org.muonframework.spi.problem.DataException if an input lacks a column, or a file cannot be read or written
     */
    public long predict(
            RunDirectory run, List<String> inputs, Path output, RunListener listener, Cancellation cancellation) {
        AnalysisPlan plan = plans.read(files.read(run.configuration(), List.of()), Manifest.nameOf(run));
        RunContext context = new RunContext(
                new RandomStreams(plan.settings().seed()),
                Runtime.getRuntime().availableProcessors(),
                Path.of(""),
                LoggerFactory.getLogger("service." + FILES));
        Dataset dataset = dataset(plan, inputs, context);
        FillValues fill = ModelFiles.loadFillValues(run.preprocessing());
        listener.stage("scoring");
        List<Scorer> scorers = new ArrayList<>();
        try {
            for (ModelPlan model : plan.models()) {
                TrainedModel trained = ModelFiles.load(model.trainer(), run.model(model.name()), context);
                scorers.add(new Scorer(plan.models().size() > 1 ? model.name() + "_" : "", trained));
            }
            return write(
                    dataset,
                    plan.preparation().derive(),
                    fill,
                    keys(plan, dataset.schema()),
                    scorers,
                    output,
                    listener,
                    cancellation);
        } finally {
            scorers.forEach(scorer -> scorer.model().close());
        }
    }

    /** One model and what stands before the names of its columns. */
    private record Scorer(String prefix, TrainedModel model) {

        List<ColumnSpec> columns() {
            return model.task().predictions().stream()
                    .map(name -> ColumnSpec.of(prefix + name, ColumnType.FLOAT))
                    .toList();
        }

        void score(Features all, List<String> names, Map<String, Column> into) {
            float[][] own = model.task().features().stream()
                    .map(name -> all.columns()[names.indexOf(name)].clone())
                    .toArray(float[][]::new);
            boolean[] incomplete = fillHoles(own, all.rows());
            float[][] predicted = model.predict(new Features(own, all.rows()));
            for (int p = 0; p < predicted.length; p++) {
                for (int row = 0; row < all.rows(); row++) {
                    if (incomplete[row]) {
                        predicted[p][row] = Float.NaN;
                    }
                }
                into.put(prefix + model.task().predictions().get(p), new Column.Floats(predicted[p]));
            }
        }

        /** Not every model bears NaN: rows that miss a value are predicted with zeros, and the prediction is not used. */
        private static boolean[] fillHoles(float[][] features, int rows) {
            boolean[] incomplete = new boolean[rows];
            for (float[] column : features) {
                for (int row = 0; row < rows; row++) {
                    if (Float.isNaN(column[row])) {
                        column[row] = 0;
                        incomplete[row] = true;
                    }
                }
            }
            return incomplete;
        }
    }

    private Dataset dataset(AnalysisPlan plan, List<String> inputs, RunContext context) {
        Map<String, Object> section = new HashMap<>();
        section.put("type", FILES);
        section.put("files", inputs);
        ConfigObject trainedOn = plan.resolved().getObject("dataset");
        for (String key : List.of("delimiter", "explode")) {
            if (trainedOnFiles(plan) && trainedOn.containsKey(key)) {
                section.put(key, trainedOn.get(key).unwrapped());
            }
        }
        ConfigObject object = ConfigFactory.parseMap(Map.of("input", section)).getObject("input");
        Problems problems = new Problems();
        Optional<Configured<DatasetProvider<?>>> chosen = new SectionReader(registry, binder, problems)
                .read(ServiceKind.DATASET, "input", object, registry::dataset);
        problems.throwIfAny();
        return Providers.dataset(chosen.orElseThrow(), context);
    }

    private static boolean trainedOnFiles(AnalysisPlan plan) {
        return FILES.equals(plan.dataset().service().name());
    }

    /** The columns that identify an event, as far as the input has them: of the split, of the training, or its own. */
    private static List<ColumnSpec> keys(AnalysisPlan plan, Schema schema) {
        List<String> names = new ArrayList<>(plan.settings().split().by());
        if (names.isEmpty() && trainedOnFiles(plan) && plan.resolved().hasPath("dataset.keys")) {
            names.addAll(plan.resolved().getStringList("dataset.keys"));
        }
        List<ColumnSpec> keys = new ArrayList<>(
                names.isEmpty()
                        ? schema.withRole(ColumnRole.KEY)
                        : names.stream()
                                .flatMap(name -> schema.find(name).stream())
                                .toList());
        keys.addAll(schema.withRole(ColumnRole.INDEX));
        return keys;
    }

    private static long write(
            Dataset dataset,
            Map<String, String> derive,
            FillValues fill,
            List<ColumnSpec> keys,
            List<Scorer> scorers,
            Path output,
            RunListener listener,
            Cancellation cancellation) {
        List<ColumnSpec> specs = new ArrayList<>(keys);
        scorers.forEach(scorer -> specs.addAll(scorer.columns()));
        Set<String> keyNames = keys.stream().map(ColumnSpec::name).collect(Collectors.toSet());
        long rows = 0;
        try (FeatureReader reader = FeatureReader.open(dataset, derive, fill, keyNames);
                TableWriter writer = TableWriters.open(output, Schema.of(specs))) {
            for (Optional<FeatureReader.FeatureBatch> next = reader.next(); next.isPresent(); next = reader.next()) {
                cancellation.check();
                Batch batch = next.get().batch();
                Map<String, Column> columns = new LinkedHashMap<>();
                keys.forEach(key -> columns.put(key.name(), batch.column(key.name())));
                FeatureReader.FeatureBatch current = next.get();
                scorers.forEach(scorer -> scorer.score(current.features(), fill.features(), columns));
                writer.write(new Batch(batch.rows(), columns, batch.source(), batch.firstRow()));
                rows += batch.rows();
                listener.progress(rows, dataset.rows().orElse(-1), "");
            }
            writer.commit();
        }
        return rows;
    }
}

package org.muonframework.run.predict;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.ColumnUses;
import org.muonframework.data.DerivedColumns;
import org.muonframework.data.FeatureReader;
import org.muonframework.data.FillValues;
import org.muonframework.data.Treatment;
import org.muonframework.data.format.files.FilesSettings;
import org.muonframework.data.lint.InputRanges;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.Cancellation;
import org.muonframework.run.FileHashes;
import org.muonframework.run.Manifest;
import org.muonframework.run.ModelFiles;
import org.muonframework.run.OutputPath;
import org.muonframework.run.RangesFile;
import org.muonframework.run.RunDirectory;
import org.muonframework.run.RunListener;
import org.muonframework.run.TaskFile;
import org.muonframework.run.assemble.Providers;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.run.assemble.TrainerChain;
import org.muonframework.run.assemble.Transforms;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.plan.SectionReader;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.train.compose.TrainerSource;
import org.slf4j.LoggerFactory;

/** Scores files with the models of a run: a row of the output for each row of the input, in its order. */
public final class Predictor {

    private static final String FILES = "files";
    private static final int ONE_SPLIT = -1;

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
     * analysis: event keys where the input has them, the fold whose model gave the score where there are folds, and a
     * column for each prediction. Where the policy for missing values is {@code drop}, a row that misses a value gets NaN,
     * and so does a row with a bad image.
     *
     * <p>No score comes from a model that has seen the event. With folds, each event is scored by the model of its own
     * fold. Where one model scores a file that it was trained from, known by its hash, the events of its training and
     * validation are {@link SeenRows refused or left without a score}.
     *
     * @return the number of rows
     * @throws ConfigurationException if the output is one of the inputs, the run lacks the fold asked for, or an input
     *     holds events that the model has seen
     * @throws org.muonframework.spi.problem.DataException if an input lacks a column, or a file cannot be read or written
     */
    public long predict(RunDirectory run, ScoringRequest request, RunListener listener, Cancellation cancellation) {
        AnalysisPlan plan = plans.read(files.read(run.configuration(), List.of()), Manifest.nameOf(run));
        if (plan.models().isEmpty()) {
            throw new ConfigurationException(run.path().toString(), "has no model to predict with: it only measures");
        }
        checkFold(plan, request);
        RunContext context = new RunContext(
                new RandomStreams(plan.settings().seed()),
                Runtime.getRuntime().availableProcessors(),
                Path.of(""),
                LoggerFactory.getLogger("service." + FILES));
        Map<String, Object> section = asTrained(plan);
        request.table().ifPresent(table -> section.put("tree", table));
        Dataset renamed = plan.preparation().names().applyTo(dataset(request.inputs(), section, context));
        Dataset dataset = Transforms.of(plan.transforms(), renamed.schema(), ColumnUses.NONE, context)
                .applyTo(renamed, context.threads());
        OutputPath.refuseInputs(request.output(), dataset.files());
        EventRouter router = router(run, plan, request, dataset);
        router.check(
                DerivedColumns.of(dataset.schema(), plan.preparation().derive()).schema(),
                String.join(", ", request.inputs()));
        List<ColumnSpec> keys = keys(plan, dataset.schema());
        Optional<KeyCheck> check = request.checkKeys() ? Optional.of(new KeyCheck(keys)) : Optional.empty();
        refuseSeenRows(plan, request, dataset, router, listener);
        listener.stage("scoring");
        Treatment treatment =
                new Treatment(fillValues(run, plan, request), plan.preparation().clip());
        List<Scorer> scorers = new ArrayList<>();
        try {
            TaskFile known = TaskFile.read(run.task());
            for (ModelPlan model : plan.models()) {
                Task task = known.task().withFeatures(model.inputs());
                scorers.add(scorer(run, plan, model, request, context.withTask(task, known.columns())));
            }
            InputRanges ranges = RangesFile.compare(treatment.features(), run.ranges());
            long rows = new Scoring(dataset, plan, router, keys, treatment, scorers, ranges, check)
                    .write(request.output(), listener, cancellation);
            check.ifPresent(keyCheck -> keyCheck.requireSame(
                    dataset(List.of(request.output().toString()), Map.of(), context), request.output()));
            return rows;
        } finally {
            scorers.forEach(Scorer::close);
        }
    }

    private static void checkFold(AnalysisPlan plan, ScoringRequest request) {
        int folds = plan.settings().folds();
        request.fold().ifPresent(fold -> {
            if (folds == 0) {
                throw new ConfigurationException("--fold", "this run has one split and no folds");
            }
            if (fold < 0 || fold >= folds) {
                throw new ConfigurationException(
                        "--fold", "there is no fold " + fold + ": this run has folds 0 to " + (folds - 1));
            }
        });
    }

    private static EventRouter router(RunDirectory run, AnalysisPlan plan, ScoringRequest request, Dataset dataset) {
        boolean eachItsOwn = plan.settings().folds() > 0 && request.fold().isEmpty();
        Map<String, String> hashes = eachItsOwn ? Map.of() : Manifest.inputsOf(run);
        Set<Path> inputs = new HashSet<>();
        Set<Path> trainedOn = new HashSet<>();
        for (Path file : dataset.files()) {
            Path path = file.toAbsolutePath().normalize();
            inputs.add(path);
            if (!hashes.isEmpty() && hashes.containsValue(FileHashes.sha256(file))) {
                trainedOn.add(path);
            }
        }
        return new EventRouter(plan.settings(), request.fold(), Manifest.eventKeysOf(run), inputs, trainedOn);
    }

    /** Reads the keys alone, before anything is scored. */
    private static void refuseSeenRows(
            AnalysisPlan plan, ScoringRequest request, Dataset dataset, EventRouter router, RunListener listener) {
        if (!router.meetsSeenEvents()) {
            return;
        }
        listener.stage("looking for events that the model has seen");
        long rows = 0;
        long seen = 0;
        try (FeatureReader reader = FeatureReader.open(
                dataset, plan.preparation().derive(), List.of(), List.of(), Set.copyOf(router.keys()))) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                rows += next.get().batch().rows();
                seen += EventRouter.seen(router.route(next.get().batch()));
            }
        }
        if (seen == 0) {
            return;
        }
        String which = seen + " of " + rows + " rows belong to events that "
                + (request.fold().isPresent()
                        ? "the model of fold " + request.fold().getAsInt()
                        : "the model")
                + " was trained or validated on";
        if (request.seen() == SeenRows.REFUSE) {
            throw new ConfigurationException(
                    String.join(", ", request.inputs()),
                    which + ", and whose scores would look better than they are. Give '--seen nan' to leave these"
                            + " without a score, or "
                            + (request.fold().isPresent()
                                    ? "leave '--fold' out: each event is then scored by the model that has not seen it"
                                    : "train with 'folds', where for each event there is a model that has not seen it"));
        }
        listener.warning(which + ": they have no score");
    }

    private static List<FillValues> fillValues(RunDirectory run, AnalysisPlan plan, ScoringRequest request) {
        return folds(plan, request)
                .mapToObj(fold ->
                        ModelFiles.loadFillValues(fold == ONE_SPLIT ? run.preprocessing() : run.preprocessing(fold)))
                .toList();
    }

    private static Scorer scorer(
            RunDirectory run, AnalysisPlan plan, ModelPlan model, ScoringRequest request, RunContext context) {
        Model untrained = Providers.model(model.model(), context);
        TrainerSource trainer = TrainerChain.of(model, context);
        List<TrainedModel> trained = new ArrayList<>();
        try {
            folds(plan, request)
                    .mapToObj(fold -> fold == ONE_SPLIT ? run.model(model.name()) : run.model(model.name(), fold))
                    .forEach(directory -> trained.add(ModelFiles.load(trainer, directory, untrained, context)));
            return new Scorer(plan.models().size() > 1 ? model.name() + "_" : "", trained);
        } catch (RuntimeException e) {
            trained.forEach(TrainedModel::close);
            throw e;
        }
    }

    /** The folds whose models are needed, in the order in which the router counts them. */
    private static IntStream folds(AnalysisPlan plan, ScoringRequest request) {
        if (plan.settings().folds() == 0) {
            return IntStream.of(ONE_SPLIT);
        }
        return request.fold().isPresent()
                ? IntStream.of(request.fold().getAsInt())
                : IntStream.range(0, plan.settings().folds());
    }

    private Dataset dataset(List<String> inputs, Map<String, Object> asTrained, RunContext context) {
        Map<String, Object> section = new HashMap<>();
        section.put("type", FILES);
        section.put("files", inputs);
        section.putAll(asTrained);
        ConfigObject object = ConfigFactory.parseMap(Map.of("input", section)).getObject("input");
        Problems problems = new Problems();
        Optional<Configured<DatasetProvider<?>>> chosen = new SectionReader(registry, binder, problems)
                .read(ServiceKind.DATASET, "input", object, registry::dataset);
        problems.throwIfAny();
        return Providers.dataset(chosen.orElseThrow(), context);
    }

    /** What the files of the training were said to be, and what their rows are; holds for the input too. */
    private static Map<String, Object> asTrained(AnalysisPlan plan) {
        ConfigObject trainedOn = plan.resolved().getObject("dataset");
        Map<String, Object> keys = new HashMap<>();
        for (String key : List.of("tree", "delimiter", "explode")) {
            if (trainedOnFiles(plan) && trainedOn.containsKey(key)) {
                keys.put(key, trainedOn.get(key).unwrapped());
            }
        }
        if (trainedOnFiles(plan)
                && plan.resolved().hasPath("dataset.keys")
                && plan.resolved().getStringList("dataset.keys").equals(FilesSettings.PLACE)) {
            keys.put("keys", FilesSettings.PLACE);
        }
        return keys;
    }

    private static boolean trainedOnFiles(AnalysisPlan plan) {
        return FILES.equals(plan.dataset().service().name());
    }

    /** The columns that identify an event, as far as the input has them: of the split, of the training, or its own. */
    private static List<ColumnSpec> keys(AnalysisPlan plan, Schema schema) {
        List<String> names = new ArrayList<>(plan.settings().split().by());
        if (names.isEmpty() && trainedOnFiles(plan) && plan.resolved().hasPath("dataset.keys")) {
            plan.resolved().getStringList("dataset.keys").stream()
                    .map(plan.preparation().names()::of)
                    .forEach(names::add);
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
}

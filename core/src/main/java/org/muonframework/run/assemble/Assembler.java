package org.muonframework.run.assemble;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.muonframework.config.Problems;
import org.muonframework.data.ColumnNames;
import org.muonframework.data.ColumnUses;
import org.muonframework.data.DerivedColumns;
import org.muonframework.data.ImagePlan;
import org.muonframework.data.MissingPolicy;
import org.muonframework.data.Preparation;
import org.muonframework.data.PreparationPlan;
import org.muonframework.data.SplitPlan;
import org.muonframework.data.TrainingCopies;
import org.muonframework.data.WeightNormalisation;
import org.muonframework.data.transform.TransformChain;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.AnalysisSettings;
import org.muonframework.run.plan.DatasetSettings;
import org.muonframework.run.plan.GridPlan;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.Trainer;
import org.muonframework.train.compose.TrainerSource;
import org.slf4j.LoggerFactory;

/** Makes of a plan everything that can be made before data is read; reports all that does not fit together. */
public final class Assembler {

    /** Nothing to configure. */
    @Inject
    public Assembler() {}

    /**
     * Opens the dataset as far as its schema, makes models, trainers and metrics, and checks them against each other.
     *
     * @throws ConfigurationException with every problem found
     * @throws org.muonframework.spi.problem.DataException if the dataset cannot be opened
     */
    public Assembly assemble(AnalysisPlan plan, RunOptions options) {
        Problems problems = new Problems();
        Dataset dataset = dataset(plan, options, problems);
        List<AssembledMetric> metrics = metrics(plan, options, problems);
        Task task = task(plan, dataset.schema(), problems);
        Schema derived =
                DerivedColumns.of(dataset.schema(), plan.preparation().derive()).schema();
        List<String> reweighted = new ReweightCheck(plan, derived, task, problems).expressions();
        TrainingCheck training = new TrainingCheck(plan, dataset.schema(), task, problems);
        List<String> chosen = training.expressions();
        MetricCheck check = new MetricCheck(metrics, problems);
        List<String> needed = joined(check.expressions(derived), reweighted, chosen);
        PreparationPlan preparation = preparation(plan, task, needed, TrainingCopies.NONE);
        boolean supervised = isSupervised(plan);
        if (supervised) {
            check.judge(List.of(task), !plan.models().isEmpty());
        }
        List<Problem> ofRows = Preparation.check(dataset.schema(), preparation);
        ofRows.stream().filter(problem -> !training.tells(problem)).forEach(problem -> report(plan, problem, problems));
        PreparationPlan varied = preparation(plan, task, check.expressionsOfVariations(derived), TrainingCopies.NONE);
        List<AssembledVariation> variations = new VariationAssembler(
                        plan, derived, preparation.split().keysOf(dataset.schema()), varied, ofRows, problems)
                .assemble(context(plan, options, "variations"));
        problems.throwIfAny();
        List<AssembledModel> models = models(plan, task, derived, options, problems);
        List<String> trained = modelExpressions(models, derived, problems);
        if (!supervised) {
            check.judge(models.stream().map(AssembledModel::task).toList(), true);
        }
        problems.throwIfAny();
        TrainingCopies copies = models.stream()
                .map(model -> new RowCopies(model, options.threads()).of(preparation))
                .reduce(TrainingCopies.NONE, TrainingCopies::most);
        return new Assembly(
                plan,
                dataset,
                derived,
                task,
                preparation(plan, task, joined(needed, trained), copies),
                models,
                metrics,
                variations);
    }

    /** The dataset, with the names that its columns have in the analysis and what transforms add to them. */
    private static Dataset dataset(AnalysisPlan plan, RunOptions options, Problems problems) {
        Dataset dataset = Providers.dataset(
                plan.dataset(), context(plan, options, plan.dataset().service().name()));
        ColumnNames names = plan.preparation().names();
        names.check(dataset.schema()).forEach(problem -> report(plan, problem, problems));
        problems.throwIfAny();
        Dataset renamed = names.applyTo(dataset);
        TransformChain transforms =
                Transforms.of(plan.transforms(), renamed.schema(), uses(plan), context(plan, options, "transforms"));
        transforms.problems().forEach(problem -> report(plan, problem, problems));
        problems.throwIfAny();
        return transforms.applyTo(renamed, options.threads());
    }

    /** What columns are known to be used as before there is a task. */
    private static ColumnUses uses(AnalysisPlan plan) {
        return ColumnUses.of(plan.settings().targets(), plan.settings().label());
    }

    private static RunContext context(AnalysisPlan plan, RunOptions options, String service) {
        return new RunContext(
                new RandomStreams(plan.settings().seed()),
                options.threads(),
                options.directory(),
                LoggerFactory.getLogger("service." + service));
    }

    /** Says where the user wrote what a problem is about: the keys of the preparation are those of the file. */
    private static void report(AnalysisPlan plan, Problem problem, Problems problems) {
        for (String key : List.of(problem.where(), "dataset." + problem.where())) {
            if (plan.origins().containsKey(key)) {
                problems.add(plan.where(key), "'" + key + "': " + problem.message());
                return;
            }
        }
        problems.add(problem.where(), problem.message());
    }

    private static Task task(AnalysisPlan plan, Schema schema, Problems problems) {
        AnalysisSettings settings = plan.settings();
        boolean hasLabel = !schema.withRole(ColumnRole.LABEL).isEmpty();
        boolean classifies = settings.label().isPresent() || (settings.targets().isEmpty() && hasLabel);
        if (!classifies) {
            if (settings.targets().isEmpty() && !plan.models().isEmpty() && isSupervised(plan)) {
                problems.add(
                        "",
                        "there is nothing to learn: the dataset has no label; give 'label' to classify or 'targets' to"
                                + " regress");
            }
            return new Task(plan.features(), List.of(), settings.targets(), images(settings));
        }
        List<String> classes = settings.classes().isEmpty() ? schema.classes() : settings.classes();
        if (classes.size() < 2) {
            problems.add(
                    plan.where("label"),
                    "the classes have no names; give 'classes', such as classes = [background, signal]");
        }
        return new Task(plan.features(), classes, settings.targets(), images(settings));
    }

    /** Whether all models need classes or targets. */
    private static boolean isSupervised(AnalysisPlan plan) {
        return plan.models().stream().allMatch(entry -> entry.model().service().call(ModelProvider::supervised));
    }

    private static List<Image> images(AnalysisSettings settings) {
        return settings.imagePlans().stream().map(ImagePlan::image).toList();
    }

    /** What is done to the rows, with the values of the expressions that somebody needs. */
    private static PreparationPlan preparation(
            AnalysisPlan plan, Task task, List<String> expressions, TrainingCopies copies) {
        AnalysisSettings settings = plan.settings();
        DatasetSettings dataset = plan.preparation();
        boolean trains = !plan.models().isEmpty();
        return new PreparationPlan(
                dataset.derive(),
                dataset.selection(),
                task.features(),
                TrainingCheck.routes(plan),
                task.classes(),
                settings.label(),
                settings.targets(),
                settings.weights().expression(),
                expressions,
                new MissingPolicy(
                        dataset.missing().sentinel(),
                        dataset.missing().policy(),
                        dataset.missing().constant()),
                dataset.clip(),
                settings.weights().negative(),
                trains ? settings.weights().normalise() : WeightNormalisation.NONE,
                trains ? settings.splitPlan() : SplitPlan.UNDIVIDED,
                settings.foldPlan(),
                settings.allowSpectators(),
                plan.models().stream().anyMatch(model -> model.training().asksForEvents()),
                copies,
                settings.imagePlans());
    }

    private static List<AssembledModel> models(
            AnalysisPlan plan, Task task, Schema columns, RunOptions options, Problems problems) {
        List<AssembledModel> models = new ArrayList<>();
        for (ModelPlan entry : plan.models()) {
            Task own = task.withFeatures(entry.features());
            RunContext context = context(plan, options, entry.model().service().name())
                    .withTask(task.withFeatures(entry.inputs()), columns.columns());
            Optional<Model> model =
                    attempt(entry.model().where(), problems, () -> Providers.model(entry.model(), context));
            Optional<TrainerSource> source =
                    attempt(entry.trainer().where(), problems, () -> TrainerChain.of(entry, context));
            Optional<Trainer> trainer =
                    source.flatMap(from -> attempt(entry.trainer().where(), problems, () -> from.create(context)));
            if (model.isEmpty() || trainer.isEmpty()) {
                continue;
            }
            Optional<String> objection =
                    entry.trainer().service().call(provider -> trainer.get().objection(model.get()));
            objection.ifPresent(reason -> problems.add(
                    entry.trainer().where(),
                    "the trainer '" + entry.trainer().service().name() + "' cannot train the model '"
                            + entry.model().service().name() + "': " + reason));
            String chosen = entry.training()
                    .grid()
                    .map(GridPlan::where)
                    .orElse(entry.model().where());
            source.get().objectionsToImages(model.get(), own).forEach(reason -> problems.add(chosen, reason));
            List<Image> seen =
                    entry.model().service().call(provider -> source.get().images(model.get(), own));
            List<String> needed =
                    entry.model().service().call(provider -> source.get().columns(model.get()));
            Task learned = entry.model().service().call(provider -> model.get().learned(own.withImages(seen)));
            models.add(new AssembledModel(entry, learned, model.get(), trainer.get(), needed));
        }
        return models;
    }

    /** The expressions that models need in training; of those that the columns cannot give a problem is reported. */
    private static List<String> modelExpressions(List<AssembledModel> models, Schema columns, Problems problems) {
        List<String> expressions = new ArrayList<>();
        for (AssembledModel model : models) {
            var chosen = model.plan().model();
            List<String> own = chosen.service().call(provider -> model.model().columns());
            for (String text : model.columns()) {
                String where = model.plan()
                        .training()
                        .grid()
                        .filter(grid -> !own.contains(text))
                        .map(GridPlan::where)
                        .orElse(chosen.where());
                NumberCheck.objection(text, columns)
                        .ifPresentOrElse(
                                reason -> problems.add(
                                        where, "the model '" + chosen.service().name() + "' " + reason),
                                () -> expressions.add(text));
            }
        }
        return expressions;
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).distinct().toList();
    }

    private static List<AssembledMetric> metrics(AnalysisPlan plan, RunOptions options, Problems problems) {
        List<AssembledMetric> metrics = new ArrayList<>();
        Map<String, EventDisplay> displays = CalledDisplay.all(plan.displays(), context(plan, options, "displays"));
        for (var chosen : plan.metrics()) {
            Context context =
                    new MetricContext(context(plan, options, chosen.service().name()), displays);
            attempt(chosen.where(), problems, () -> Providers.metric(chosen, context))
                    .ifPresent(metric -> metrics.add(new AssembledMetric(chosen, metric)));
        }
        return metrics;
    }

    private static <T> Optional<T> attempt(String where, Problems problems, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (ConfigurationException e) {
            e.problems()
                    .forEach(problem ->
                            problems.add(problem.where().isEmpty() ? where : problem.where(), problem.message()));
        }
        return Optional.empty();
    }
}

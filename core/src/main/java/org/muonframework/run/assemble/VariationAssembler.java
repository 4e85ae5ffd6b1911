package org.muonframework.run.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.config.Problems;
import org.muonframework.data.ColumnNames;
import org.muonframework.data.ColumnUses;
import org.muonframework.data.DerivedColumns;
import org.muonframework.data.KeyKind;
import org.muonframework.data.MissingPolicy;
import org.muonframework.data.NegativeWeights;
import org.muonframework.data.Preparation;
import org.muonframework.data.PreparationPlan;
import org.muonframework.data.SplitPlan;
import org.muonframework.data.TrainingCopies;
import org.muonframework.data.WeightNormalisation;
import org.muonframework.data.transform.TransformChain;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.DatasetSettings;
import org.muonframework.run.plan.VariationPlan;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.UserException;

/** Opens the datasets of the variations and holds them against the analysis. */
final class VariationAssembler {

    private static final String PURPOSE = "variation ";

    private final AnalysisPlan plan;
    private final Schema nominal;
    private final List<String> eventKeys;
    private final PreparationPlan preparation;
    private final List<Problem> known;
    private final Problems problems;

    /**
     * For the variations of an analysis.
     *
     * @param nominal the columns of the analysis' own dataset and the derived ones
     * @param eventKeys the columns that its events are divided by
     * @param preparation what is done to its rows, with the expressions of the metrics that judge variations
     * @param known what is wrong with that already, and is not said again for each variation
     * @param problems takes what is wrong
     */
    VariationAssembler(
            AnalysisPlan plan,
            Schema nominal,
            List<String> eventKeys,
            PreparationPlan preparation,
            List<Problem> known,
            Problems problems) {
        this.plan = plan;
        this.nominal = nominal;
        this.eventKeys = List.copyOf(eventKeys);
        this.preparation = preparation;
        this.known = List.copyOf(known);
        this.problems = problems;
    }

    /** Those that fit. Each simulation gets random numbers of its own, so that it is no copy of the nominal one. */
    List<AssembledVariation> assemble(RunContext context) {
        List<AssembledVariation> variations = new ArrayList<>();
        for (VariationPlan variation : plan.variations()) {
            RunContext own = context.withSeed(context.random().derive(PURPOSE + variation.name(), 0));
            open(variation, own, context).ifPresent(dataset -> {
                PreparationPlan rows = preparation(variation);
                check(variation, dataset, rows);
                variations.add(new AssembledVariation(variation, dataset, rows));
            });
        }
        return variations;
    }

    /**
     * Names and transforms that it gives itself must fit its columns; inherited ones may be for columns that only
     * others have. Transforms are the same functions as in the analysis, with the same random numbers.
     */
    private Optional<Dataset> open(VariationPlan variation, RunContext own, RunContext context) {
        try {
            Dataset opened = Providers.dataset(variation.dataset(), own);
            ColumnNames names = variation.preparation().names();
            if (report(variation, names.check(opened.schema()))) {
                return Optional.empty();
            }
            Dataset renamed = names.applyTo(opened);
            ColumnUses uses = ColumnUses.of(preparation.targets(), preparation.label());
            TransformChain transforms = Transforms.of(variation.transforms(), renamed.schema(), uses, context);
            return report(variation, transforms.problems())
                    ? Optional.empty()
                    : Optional.of(transforms.applyTo(renamed, context.threads()));
        } catch (UserException e) {
            e.problems().forEach(problem -> report(variation, "", problem.toString()));
            return Optional.empty();
        }
    }

    /** Whether there are problems at keys of its own; they are reported. */
    private boolean report(VariationPlan variation, List<Problem> found) {
        List<Problem> own = found.stream()
                .filter(problem -> plan.origins().containsKey(variation.key(problem.where())))
                .toList();
        own.forEach(problem -> reportKey(variation, problem));
        return !own.isEmpty();
    }

    /** Events are known by the same columns as in the analysis, whatever the dataset calls its keys. */
    private PreparationPlan preparation(VariationPlan variation) {
        DatasetSettings own = variation.preparation();
        SplitPlan split = preparation.split();
        return new PreparationPlan(
                own.derive(),
                own.selection(),
                preparation.features(),
                preparation.routes(),
                preparation.classes(),
                preparation.label(),
                preparation.targets(),
                preparation.weight(),
                preparation.columns(),
                new MissingPolicy(
                        own.missing().sentinel(),
                        preparation.missing().policy(),
                        preparation.missing().constant()),
                preparation.clip(),
                NegativeWeights.KEEP,
                WeightNormalisation.NONE,
                new SplitPlan(eventKeys, split.training(), split.validation()),
                preparation.folds(),
                preparation.allowSpectators(),
                false,
                TrainingCopies.NONE,
                preparation.images());
    }

    private void check(VariationPlan variation, Dataset dataset, PreparationPlan rows) {
        Preparation.check(dataset.schema(), rows).stream()
                .filter(problem -> !known.contains(problem))
                .forEach(problem -> reportKey(variation, problem));
        List<String> classes = dataset.schema().classes();
        boolean ofDataset =
                plan.settings().label().isEmpty() && plan.settings().classes().isEmpty();
        if (ofDataset && !classes.isEmpty() && !classes.equals(preparation.classes())) {
            report(variation, "", "its classes are " + classes + ", those of the analysis " + preparation.classes());
        }
        Schema columns = DerivedColumns.of(dataset.schema(), rows.derive()).schema();
        eventKeys.forEach(key -> checkKind(variation, key, kind(columns, key), kind(nominal, key)));
    }

    private static Optional<KeyKind> kind(Schema columns, String key) {
        return columns.find(key).map(column -> KeyKind.of(column.type()));
    }

    private void checkKind(VariationPlan variation, String key, Optional<KeyKind> own, Optional<KeyKind> expected) {
        if (own.isPresent() && expected.isPresent() && !own.equals(expected)) {
            report(
                    variation,
                    "",
                    "the column '" + key + "' identifies an event and is of the kind '"
                            + own.get().label() + "', in the analysis of the kind '"
                            + expected.get().label()
                            + "': events that a model was trained on would not be recognised");
        }
    }

    private void reportKey(VariationPlan variation, Problem problem) {
        report(variation, problem.where(), "'" + problem.where() + "': " + problem.message());
    }

    /** At the key of the variation's own dataset, if that has it, else where the dataset of the variation stands. */
    private void report(VariationPlan variation, String key, String message) {
        String own = variation.key(key);
        String where = plan.origins().containsKey(own) ? plan.where(own) : plan.where(variation.key(""));
        problems.add(where, "variation '" + variation.name() + "': " + message);
    }
}

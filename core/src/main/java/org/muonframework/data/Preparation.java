package org.muonframework.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.muonframework.data.expression.Expression;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.SparseImages;

/**
 * Turns a dataset into rows in memory that a model can learn from: derived columns, selection, missing values, weights
 * and the split by event. The dataset is read once and may be larger than memory; what is selected has to fit.
 *
 * <p>The same dataset, plan and seed give the same rows, always.
 */
public final class Preparation {

    private final Dataset dataset;
    private final PreparationPlan plan;
    private final Recipe recipe;
    private final Set<String> columns;

    private Preparation(Dataset dataset, PreparationPlan plan, Recipe recipe) {
        this.dataset = dataset;
        this.plan = plan;
        this.recipe = recipe;
        columns = recipe.needed().stream()
                .filter(name -> dataset.schema().find(name).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Everything that is wrong with a plan for a dataset of these columns; reads no data.
     *
     * @return problems at keys of the analysis: {@code derive.NAME}, {@code selection}, {@code features},
     *     {@code classes}, {@code label}, {@code targets}, {@code weight}, {@code metrics}, {@code missing.constant},
     *     {@code split}, {@code split.by}, {@code images.NAME}; empty if all is well
     */
    public static List<Problem> check(Schema schema, PreparationPlan plan) {
        return new PlanCheck(schema, plan).problems();
    }

    /**
     * Gets ready to prepare a dataset; reads no rows.
     *
     * @throws ConfigurationException with everything that {@link #check} finds
     */
    public static Preparation of(Dataset dataset, PreparationPlan plan) {
        PlanCheck check = new PlanCheck(dataset.schema(), plan);
        if (!check.problems().isEmpty()) {
            throw new ConfigurationException(check.problems());
        }
        return new Preparation(dataset, plan, check.recipe());
    }

    /** What will be learned from what. */
    public Task task() {
        return recipe.task(plan.classes());
    }

    /** The columns that identify an event for the split or the folds. */
    public List<ColumnSpec> eventColumns() {
        return recipe.splitBy().stream()
                .flatMap(name -> recipe.derived().schema().find(name).stream())
                .toList();
    }

    /** Names of the dataset's columns that will be read. */
    public Set<String> columns() {
        return columns;
    }

    /** The dataset's and the derived columns, in the roles that they have in this analysis. */
    public Schema schema() {
        return recipe.derived().schema();
    }

    /** The columns that it takes, the dataset's and derived ones, in the order of the schema. */
    public List<ColumnSpec> used() {
        Set<String> needed = recipe.needed();
        return schema().columns().stream()
                .filter(column -> needed.contains(column.name()))
                .toList();
    }

    /** The columns that the rows of one event have in common: what the split goes by. */
    public List<String> splitBy() {
        return recipe.splitBy();
    }

    /** The plan that it follows. */
    public PreparationPlan plan() {
        return plan;
    }

    /**
     * Bytes that a selected row takes in memory without hits, about; with folds, once more for the fold that is trained,
     * and what is copied for regions, a grid or an ensemble.
     */
    public long bytesPerRow() {
        long row = recipe.bytesPerRow();
        return (plan.folds().isPresent() ? 2 * row : row) + plan.copies().bytesPerRow();
    }

    /** Bytes that a hit of an image takes, with what is copied for the training, about. */
    public long bytesPerHit() {
        return plan.copies().bytesPerHit();
    }

    /** Bytes that rows take once they are prepared and nothing is trained on them any more, about. */
    public long bytesOf(Prepared data) {
        List<PreparedPart> parts =
                data instanceof FoldedData folded ? List.of(folded.rows()) : ((PreparedData) data).parts();
        long rows = parts.stream().mapToLong(PreparedPart::size).sum();
        long hits = parts.stream()
                .flatMap(part -> part.images().stream())
                .mapToLong(SparseImages::hits)
                .sum();
        return Math.multiplyExact(rows, recipe.bytesPerRow()) + hits * ImagePlan.BYTES_PER_HIT;
    }

    /** Reads the dataset with nobody watching and no limit of memory; see the method below. */
    public PreparedData prepare(long seed, LongConsumer progress) {
        return prepare(seed, MemoryLimit.NONE, rows -> {}, progress);
    }

    /**
     * Reads the dataset for one training on the parts of the split.
     *
     * @param seed the seed of the run, which decides the split
     * @param limit what the selected rows may take
     * @param watcher sees all selected rows
     * @param progress is told the number of rows read so far after each batch
     * @throws DataException if nothing is left to learn from, if the selected rows outgrow the limit, or if a value is
     *     bad, naming source, row and column
     */
    public PreparedData prepare(long seed, MemoryLimit limit, RowWatcher watcher, LongConsumer progress) {
        SplitRows rows = new SplitRows(recipe, plan.split(), seed);
        Pass.Account account = read(rows, bytesPerRow(), bytesPerHit(), limit, watcher, progress);
        List<PreparedPart> parts = rows.build(plan.negativeWeights());
        new PartsCheck(recipe, plan).check(parts, "");
        PartsFit fit = PartsFit.of(parts.get(0), plan);
        parts.forEach(fit::apply);
        return new PreparedData(
                account.task(),
                parts,
                account.steps(),
                fit.fillValues(),
                parts.stream()
                        .flatMap(part -> part.weightCounts(part.part().label(), plan.classes()).stream())
                        .toList(),
                account.missing(),
                account.clipped(),
                account.negativeWeights(),
                account.columns());
    }

    /**
     * Reads the dataset for training in folds.
     *
     * @param seed the seed of the run, which decides the folds
     * @param limit what the selected rows may take, with those of the fold that is trained once more
     * @param watcher sees all selected rows
     * @param progress is told the number of rows read so far after each batch
     * @throws DataException as {@link #prepare}
     */
    public FoldedData prepareFolds(long seed, MemoryLimit limit, RowWatcher watcher, LongConsumer progress) {
        FoldRows rows = new FoldRows(recipe, plan.folds().orElseThrow(), seed);
        Pass.Account account = read(rows, bytesPerRow(), bytesPerHit(), limit, watcher, progress);
        return new FoldedData(
                plan, account, new PartsCheck(recipe, plan), rows.build(plan.negativeWeights()), rows.folds());
    }

    /**
     * Reads a dataset for models that were trained on another one: nothing is fitted, and only rows are kept whose event
     * the model of that split, or of that fold, was not trained on (nor, where there is a test part, validated on).
     *
     * @param seed the seed of the run, which decided the split or the folds
     * @param part the part that is evaluated
     * @param fill what each trained model has in the place of missing values: one, or one for each fold
     * @throws DataException as {@link #prepare}, and if no row is left
     */
    public UnseenData prepareUnseen(
            long seed, Part part, List<FillValues> fill, MemoryLimit limit, LongConsumer progress) {
        UnseenRows rows = new UnseenRows(recipe, plan, part, seed);
        Pass.Account account =
                read(rows, recipe.bytesPerRow(), ImagePlan.BYTES_PER_HIT, limit, watched -> {}, progress);
        if (rows.rows() == 0) {
            throw new DataException("none of the selected rows is of the " + part.label()
                    + " part; the others are of events that a model may have been trained or validated on. Are there enough"
                    + " different events?");
        }
        return rows.build(fill, plan, account);
    }

    private Pass.Account read(
            RowSink sink,
            long bytesPerRow,
            long bytesPerHit,
            MemoryLimit limit,
            RowWatcher watcher,
            LongConsumer progress) {
        Pass pass = new Pass(recipe, plan, sink, limit, bytesPerRow, bytesPerHit, watcher);
        Set<String> needed = recipe.needed();
        Set<String> read = new HashSet<>(columns);
        read.addAll(watcher.columns());
        try (BatchReader reader = dataset.open(read)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                pass.add(recipe.derived().apply(batch.get(), needed));
                progress.accept(pass.rowsRead());
            }
        }
        if (pass.rowsRead() == 0) {
            throw new DataException(
                    dataset.files().stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "there are no rows in the data");
        }
        if (pass.rowsSelected() == 0) {
            throw new DataException(emptySelection(pass.rowsRead()));
        }
        return pass.finish();
    }

    /** Reads the data once more to tell which condition lets nothing through. */
    private String emptySelection(long rows) {
        Expression selection = recipe.selection().orElseThrow();
        List<Expression> conditions = selection.conjuncts();
        long[] passing = new long[conditions.size()];
        Set<String> needed = recipe.derived().needed(selection.columns());
        try (BatchReader reader =
                dataset.open(columns.stream().filter(needed::contains).collect(Collectors.toUnmodifiableSet()))) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                Batch extended = recipe.derived().apply(batch.get(), needed);
                for (int i = 0; i < passing.length; i++) {
                    for (double value : conditions.get(i).evaluate(extended)) {
                        passing[i] += value != 0 ? 1 : 0;
                    }
                }
            }
        }
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < passing.length; i++) {
            counts.add("'" + conditions.get(i).text() + "' " + passing[i]);
        }
        return "the selection '" + selection.text() + "' leaves none of " + rows
                + " rows. Passing each condition alone: " + String.join(", ", counts);
    }
}

package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/** One reading of a dataset, batch by batch: what is selected goes to where it belongs. */
final class Pass {

    private final Recipe recipe;
    private final PreparationPlan plan;
    private final RowSink sink;
    private final MemoryLimit limit;
    private final long bytesPerRow;
    private final long bytesPerHit;
    private final RowWatcher watcher;
    private final TruthCheck truth;
    private final List<ImageCheck> images;
    private final MissingValues missing;
    private final Clipping clipping;
    private final Tally read = new Tally();
    private final Tally selected = new Tally();
    private final Tally complete = new Tally();

    Pass(
            Recipe recipe,
            PreparationPlan plan,
            RowSink sink,
            MemoryLimit limit,
            long bytesPerRow,
            long bytesPerHit,
            RowWatcher watcher) {
        this.recipe = recipe;
        this.plan = plan;
        this.sink = sink;
        this.limit = limit;
        this.bytesPerRow = bytesPerRow;
        this.bytesPerHit = bytesPerHit;
        this.watcher = watcher;
        truth = new TruthCheck(recipe, plan);
        images = recipe.images().stream().map(ImageCheck::new).toList();
        missing = new MissingValues(recipe.features(), plan.missing(), plan.routes());
        clipping = new Clipping(plan.features(), plan.clip(), plan.missing());
    }

    /** Takes the next batch, with its derived columns. */
    void add(Batch batch) {
        BatchValues values = BatchValues.of(batch, recipe);
        int[] rows = new int[batch.rows()];
        int count = select(values, rows);
        selected.add(values.weights(), rows, count);
        truth.look(values, rows, count);
        for (int i = 0; i < images.size(); i++) {
            images.get(i).look(batch, values.images().get(i), rows, count);
        }
        watcher.look(new SelectedRows(batch, rows, count, values.labels(), values.weights()));
        count = missing.sortOut(values, rows, count);
        complete.add(values.weights(), rows, count);
        clipping.apply(values.features(), rows, count);
        if (images.stream().allMatch(ImageCheck::good)) {
            sink.append(values, rows, count);
        }
        limit.check(sink.rows(), bytesPerRow, sink.hits(), bytesPerHit);
    }

    private int select(BatchValues values, int[] rows) {
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        read.add(values.weights(), rows, rows.length);
        if (recipe.selection().isEmpty()) {
            return rows.length;
        }
        double[] condition = recipe.selection().get().evaluate(values.batch());
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (condition[row] != 0) {
                rows[count++] = row;
            }
        }
        return count;
    }

    long rowsRead() {
        return read.rows();
    }

    long rowsSelected() {
        return selected.rows();
    }

    /**
     * What happened to the rows on the way, and what they are for.
     *
     * @param task features, classes and targets
     * @param steps rows and weights left after each step, in order
     * @param missing number of missing values of each feature that had some
     * @param clipped what was set to the limits, of each feature that had such values
     * @param negativeWeights number of rows with a negative weight
     * @param columns descriptions of features, targets and metrics' columns, by name or expression
     */
    record Account(
            Task task,
            List<StepCount> steps,
            Map<String, Long> missing,
            List<ClipCount> clipped,
            long negativeWeights,
            Map<String, ColumnSpec> columns) {}

    /**
     * What came of it; call it once, after the last batch.
     *
     * @throws DataException if the rows cannot be learned from
     */
    Account finish() {
        List<Problem> problems = new ArrayList<>(truth.problems());
        problems.addAll(missing.problems());
        images.forEach(check -> problems.addAll(check.problems()));
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        if (complete.rows() == 0) {
            throw new DataException("missing.policy = drop leaves none of " + selected.rows()
                    + " rows. Missing values by feature: " + missing.counts());
        }
        List<StepCount> steps =
                new ArrayList<>(List.of(read.count("read"), selected.count("selection"), complete.count("missing")));
        steps.addAll(sink.steps());
        return new Account(
                recipe.task(plan.classes()),
                steps,
                missing.counts(),
                clipping.counts(),
                truth.negatives(),
                recipe.descriptions());
    }
}

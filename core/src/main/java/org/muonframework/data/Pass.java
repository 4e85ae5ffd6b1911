package org.muonframework.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/** One reading of a dataset, batch by batch: what is selected goes into its part. */
final class Pass {

    private final Recipe recipe;
    private final PreparationPlan plan;
    private final EventHash hash;
    private final TruthCheck truth;
    private final MissingValues missing;
    private final Map<Part, PartBuilder> builders = new EnumMap<>(Part.class);
    private final Map<Part, Tally> tallies = new EnumMap<>(Part.class);
    private final Tally read = new Tally();
    private final Tally selected = new Tally();
    private final Tally complete = new Tally();

    Pass(Recipe recipe, PreparationPlan plan, long seed) {
        this.recipe = recipe;
        this.plan = plan;
        hash = new EventHash(seed, "split");
        truth = new TruthCheck(recipe, plan);
        missing = new MissingValues(recipe.features(), plan.missing());
        for (Part part : Part.values()) {
            builders.put(part, new PartBuilder(part, recipe));
            tallies.put(part, new Tally());
        }
    }

    /** Takes the next batch, with its derived columns. */
    void add(Batch batch) {
        BatchValues values = BatchValues.of(batch, recipe);
        int[] rows = new int[batch.rows()];
        int count = select(values, rows);
        tally(selected, values, rows, count);
        truth.look(values, rows, count);
        count = missing.sortOut(values, rows, count);
        tally(complete, values, rows, count);
        split(values, rows, count);
    }

    private int select(BatchValues values, int[] rows) {
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        tally(read, values, rows, rows.length);
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

    private void split(BatchValues values, int[] rows, int count) {
        List<Column> keys =
                recipe.splitBy().stream().map(values.batch()::column).toList();
        long[] hashes = hash.of(keys);
        int[] chosen = new int[count];
        for (Part part : Part.values()) {
            int size = 0;
            for (int i = 0; i < count; i++) {
                if (plan.split().of(hashes[rows[i]]) == part) {
                    chosen[size++] = rows[i];
                }
            }
            tally(tallies.get(part), values, chosen, size);
            builders.get(part).append(values, chosen, size);
        }
    }

    private static void tally(Tally tally, BatchValues values, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            tally.add(values.weights()[rows[i]]);
        }
    }

    long rowsRead() {
        return read.rows();
    }

    long rowsSelected() {
        return selected.rows();
    }

    /**
     * What came of it; call it once, after the last batch.
     *
     * @throws DataException if the rows cannot be learned from
     */
    PreparedData finish() {
        List<Problem> problems = new ArrayList<>(truth.problems());
        problems.addAll(missing.problems());
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        if (complete.rows() == 0) {
            throw new DataException("missing.policy = drop leaves none of " + selected.rows()
                    + " rows. Missing values by feature: " + missing.counts());
        }
        List<PreparedPart> parts = new ArrayList<>();
        for (PartBuilder builder : builders.values()) {
            if (builder.size() > 0) {
                parts.add(builder.build(plan.negativeWeights()));
            }
        }
        new PartsCheck(recipe, plan).check(parts);
        PreparedPart training = parts.get(0);
        FillValues fillValues =
                FillValues.fit(plan.features(), plan.missing(), training.features(), training.trainingWeights());
        parts.forEach(part -> fillValues.fill(part.features()));
        return new PreparedData(
                recipe.task(plan.classes()),
                parts,
                steps(),
                fillValues,
                missing.counts(),
                truth.negatives(),
                recipe.descriptions());
    }

    private List<StepCount> steps() {
        List<StepCount> steps =
                new ArrayList<>(List.of(read.count("read"), selected.count("selection"), complete.count("missing")));
        tallies.forEach((part, tally) -> steps.add(tally.count(part.label())));
        return steps;
    }
}

package org.muonframework.data;

import java.util.List;
import java.util.function.LongToIntFunction;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.metric.Part;

/**
 * Keeps the rows whose event a trained model was not trained on (nor, where there is a test part, validated on), each
 * with the number of that model: of one split the rows of the evaluated part, with folds all rows, each with the number
 * of its event's fold.
 */
final class UnseenRows implements RowSink {

    private static final int NONE = -1;

    private final Recipe recipe;
    private final Part part;
    private final EventHash hash;
    private final LongToIntFunction modelOfEvent;
    private final PartBuilder builder;
    private final Chunks<int[]> models = new Chunks<>(int[]::new);
    private final Tally tally = new Tally();

    /**
     * For a dataset that nothing is fitted to.
     *
     * @param part the part that is evaluated
     */
    UnseenRows(Recipe recipe, PreparationPlan plan, Part part, long seed) {
        this.recipe = recipe;
        this.part = part;
        builder = new PartBuilder(part, recipe);
        hash = new EventHash(seed, plan.folds().isPresent() ? FoldPlan.PURPOSE : SplitPlan.PURPOSE);
        modelOfEvent = plan.folds().isPresent()
                ? event -> plan.folds().get().of(event)
                : event -> plan.split().of(event) == part ? 0 : NONE;
    }

    @Override
    public void append(BatchValues values, int[] rows, int count) {
        List<Column> keys =
                recipe.splitBy().stream().map(values.batch()::column).toList();
        long[] hashes = hash.of(keys);
        int[] chosen = new int[count];
        int[] numbers = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int model = modelOfEvent.applyAsInt(hashes[rows[i]]);
            if (model != NONE) {
                numbers[size] = model;
                chosen[size++] = rows[i];
            }
        }
        tally.add(values.weights(), chosen, size);
        models.append(numbers, size);
        builder.append(values, chosen, size);
    }

    @Override
    public long rows() {
        return builder.size();
    }

    @Override
    public long hits() {
        return builder.hits();
    }

    @Override
    public List<StepCount> steps() {
        return List.of(tally.count(part.label()));
    }

    /**
     * The rows, missing values replaced as the model of each does it; none are left here.
     *
     * @param fill the values of each model
     */
    UnseenData build(List<FillValues> fill, PreparationPlan plan, Pass.Account account) {
        PreparedPart rows = builder.build(plan.negativeWeights());
        int[] numbers = models.drain();
        for (int m = 0; m < fill.size(); m++) {
            int model = m;
            fill.get(m).fill(rows.features(), row -> numbers[row] == model);
        }
        return new UnseenData(
                rows,
                numbers,
                account.steps(),
                rows.weightCounts(part.label(), plan.classes()),
                account.missing(),
                account.clipped());
    }
}

package org.muonframework.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.metric.Part;

/** Keeps all rows in their order, each with the number of its event's fold. */
final class FoldRows implements RowSink {

    private final Recipe recipe;
    private final FoldPlan plan;
    private final EventHash hash;
    private final PartBuilder builder;
    private final Chunks<int[]> folds = new Chunks<>(int[]::new);
    private final List<Tally> tallies;

    FoldRows(Recipe recipe, FoldPlan plan, long seed) {
        this.recipe = recipe;
        this.plan = plan;
        hash = new EventHash(seed, FoldPlan.PURPOSE);
        builder = new PartBuilder(Part.TEST, recipe);
        tallies = Stream.generate(Tally::new).limit(plan.count()).toList();
    }

    @Override
    public void append(BatchValues values, int[] rows, int count) {
        List<Column> keys =
                recipe.splitBy().stream().map(values.batch()::column).toList();
        long[] hashes = hash.of(keys);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = plan.of(hashes[rows[i]]);
            tallies.get(numbers[i]).add(values.weights()[rows[i]]);
        }
        folds.append(numbers, count);
        builder.append(values, rows, count);
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
        return IntStream.range(0, tallies.size())
                .mapToObj(fold -> tallies.get(fold).count("fold " + fold))
                .toList();
    }

    /** All rows, as of the test part; missing values are NaN still. */
    PreparedPart build(NegativeWeights policy) {
        return builder.build(policy);
    }

    /** The fold of each row; none are left here. */
    int[] folds() {
        return folds.drain();
    }
}

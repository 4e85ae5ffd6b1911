package org.muonframework.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.metric.Part;

/** Divides rows into training, validation and test part. */
final class SplitRows implements RowSink {

    private final Recipe recipe;
    private final SplitPlan split;
    private final EventHash hash;
    private final Map<Part, PartBuilder> builders = new EnumMap<>(Part.class);
    private final Map<Part, Tally> tallies = new EnumMap<>(Part.class);

    SplitRows(Recipe recipe, SplitPlan split, long seed) {
        this.recipe = recipe;
        this.split = split;
        hash = new EventHash(seed, SplitPlan.PURPOSE);
        for (Part part : split.parts()) {
            builders.put(part, new PartBuilder(part, recipe));
            tallies.put(part, new Tally());
        }
    }

    @Override
    public void append(BatchValues values, int[] rows, int count) {
        if (split.isUndivided()) {
            tallies.get(Part.WHOLE).add(values.weights(), rows, count);
            builders.get(Part.WHOLE).append(values, rows, count);
            return;
        }
        List<Column> keys =
                recipe.splitBy().stream().map(values.batch()::column).toList();
        long[] hashes = hash.of(keys);
        int[] chosen = new int[count];
        for (Part part : split.parts()) {
            int size = 0;
            for (int i = 0; i < count; i++) {
                if (split.of(hashes[rows[i]]) == part) {
                    chosen[size++] = rows[i];
                }
            }
            tallies.get(part).add(values.weights(), chosen, size);
            builders.get(part).append(values, chosen, size);
        }
    }

    @Override
    public long rows() {
        return builders.values().stream().mapToLong(PartBuilder::size).sum();
    }

    @Override
    public long hits() {
        return builders.values().stream().mapToLong(PartBuilder::hits).sum();
    }

    @Override
    public List<StepCount> steps() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().count(entry.getKey().label()))
                .toList();
    }

    /** The parts that have rows; missing values are NaN still. */
    List<PreparedPart> build(NegativeWeights policy) {
        List<PreparedPart> parts = new ArrayList<>();
        for (PartBuilder builder : builders.values()) {
            if (builder.size() > 0) {
                parts.add(builder.build(policy));
            }
        }
        return parts;
    }
}

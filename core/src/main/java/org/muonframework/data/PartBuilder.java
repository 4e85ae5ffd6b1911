package org.muonframework.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.metric.Part;

/** Collects the rows of one part. */
final class PartBuilder {

    /** The same for all runs: what it is divided by has a seed of its own. */
    private static final EventHash EVENTS = new EventHash(0, "event");

    private final Part part;
    private final Recipe recipe;
    private final List<Chunks<float[]>> features;
    private final Chunks<int[]> labels = new Chunks<>(int[]::new);
    private final List<Chunks<float[]>> targets;
    private final Chunks<double[]> weights = new Chunks<>(double[]::new);
    private final List<Chunks<double[]>> columns;
    private final Map<String, KeyColumn> keys = new LinkedHashMap<>();
    private final Optional<Chunks<long[]>> events;
    private final List<ImageBuilder> images;
    private int size;

    PartBuilder(Part part, Recipe recipe) {
        this.part = part;
        this.recipe = recipe;
        features = floats(recipe.features().size());
        targets = floats(recipe.targets().size());
        columns = recipe.columns().keySet().stream()
                .map(column -> new Chunks<double[]>(double[]::new))
                .toList();
        events = recipe.events() ? Optional.of(new Chunks<>(long[]::new)) : Optional.empty();
        images = recipe.images().stream().map(ImageBuilder::new).toList();
        recipe.keys()
                .forEach(key -> keys.put(
                        key,
                        KeyColumn.of(recipe.derived()
                                .schema()
                                .find(key)
                                .orElseThrow()
                                .type())));
    }

    private static List<Chunks<float[]>> floats(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Chunks<float[]>(float[]::new))
                .toList();
    }

    int size() {
        return size;
    }

    /** Number of hits of all images. */
    long hits() {
        return images.stream().mapToLong(ImageBuilder::hits).sum();
    }

    /**
     * Takes some rows of a batch.
     *
     * @param values the values of the whole batch
     * @param rows indices of the rows to take
     * @param count number of them
     */
    void append(BatchValues values, int[] rows, int count) {
        float[] single = new float[count];
        for (int f = 0; f < features.size(); f++) {
            float[] from = values.features()[f];
            for (int i = 0; i < count; i++) {
                single[i] = from[rows[i]];
            }
            features.get(f).append(single, count);
        }
        for (int t = 0; t < targets.size(); t++) {
            double[] from = values.targets()[t];
            for (int i = 0; i < count; i++) {
                single[i] = (float) from[rows[i]];
            }
            targets.get(t).append(single, count);
        }
        double[] exact = new double[count];
        append(weights, values.weights(), rows, exact);
        for (int c = 0; c < columns.size(); c++) {
            append(columns.get(c), values.columns()[c], rows, exact);
        }
        if (recipe.label().isPresent()) {
            int[] classes = new int[count];
            for (int i = 0; i < count; i++) {
                classes[i] = (int) values.labels()[rows[i]];
            }
            labels.append(classes, count);
        }
        keys.forEach((name, key) -> key.append(values.batch().column(name), rows, count));
        events.ifPresent(into -> append(into, values.batch(), rows, count));
        for (int i = 0; i < images.size(); i++) {
            images.get(i).append(values.images().get(i), rows, count);
        }
        size = Math.addExact(size, count);
    }

    private void append(Chunks<long[]> into, Batch batch, int[] rows, int count) {
        long[] all = EVENTS.of(recipe.splitBy().stream().map(batch::column).toList());
        long[] some = new long[count];
        for (int i = 0; i < count; i++) {
            some[i] = all[rows[i]];
        }
        into.append(some, count);
    }

    private static void append(Chunks<double[]> to, double[] from, int[] rows, double[] buffer) {
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = from[rows[i]];
        }
        to.append(buffer, buffer.length);
    }

    /** The part; the builder is empty afterwards. */
    PreparedPart build(NegativeWeights policy) {
        double[] allWeights = weights.drain();
        float[] trainingWeights = new float[allWeights.length];
        for (int i = 0; i < allWeights.length; i++) {
            trainingWeights[i] = (float) policy.training(allWeights[i]);
        }
        Map<String, double[]> namedColumns = new LinkedHashMap<>();
        int next = 0;
        for (String name : recipe.columns().keySet()) {
            namedColumns.put(name, columns.get(next++).drain());
        }
        Map<String, Column> namedKeys = new LinkedHashMap<>();
        keys.forEach((name, key) -> namedKeys.put(name, key.drain()));
        return new PreparedPart(
                part,
                features.stream().map(Chunks::drain).toArray(float[][]::new),
                labels.drain(),
                targets.stream().map(Chunks::drain).toArray(float[][]::new),
                allWeights,
                trainingWeights,
                namedColumns,
                namedKeys,
                events.map(Chunks::drain).orElseGet(() -> new long[0]),
                images.stream().map(ImageBuilder::drain).toList());
    }
}

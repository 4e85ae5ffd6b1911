package org.muonframework.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;

/** Predicts each row by its own model; a model is loaded when it is first asked, and kept until this is closed. */
final class RoutedReprediction implements Reprediction, AutoCloseable {

    private final int[] modelOfRow;
    private final List<SparseImages> images;
    private final int outputs;
    private final IntFunction<TrainedModel> load;
    private final TrainedModel[] models;

    /**
     * With nothing loaded.
     *
     * @param modelOfRow the number of the model of each row of the evaluated sample: its fold, or 0 of one split
     * @param images the images of these rows, as the models take them
     * @param count how many models there are
     * @param outputs how many predictions a row has
     * @param load gives the model of a number
     */
    RoutedReprediction(
            int[] modelOfRow, List<SparseImages> images, int count, int outputs, IntFunction<TrainedModel> load) {
        this.modelOfRow = modelOfRow;
        this.images = List.copyOf(images);
        this.outputs = outputs;
        this.load = load;
        models = new TrainedModel[count];
    }

    @Override
    public float[][] predict(int[] rows, float[][] features) {
        float[][] predicted = new float[outputs][rows.length];
        for (int m = 0; m < models.length; m++) {
            int[] chosen = chosen(rows, m);
            if (chosen.length > 0) {
                float[][] own = chosen.length == rows.length ? features : pick(features, chosen);
                int[] ofSample = IntStream.of(chosen).map(i -> rows[i]).toArray();
                List<SparseImages> hits =
                        images.stream().map(image -> image.pick(ofSample)).toList();
                float[][] some = model(m).predict(new Features(own, chosen.length, hits));
                for (int p = 0; p < outputs; p++) {
                    for (int i = 0; i < chosen.length; i++) {
                        predicted[p][chosen[i]] = some[p][i];
                    }
                }
            }
        }
        return predicted;
    }

    @Override
    public Optional<RowGenerator> generator() {
        return model(0).generator();
    }

    private int[] chosen(int[] rows, int model) {
        int[] chosen = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (modelOfRow[rows[i]] == model) {
                chosen[count++] = i;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private TrainedModel model(int number) {
        if (models[number] == null) {
            models[number] = load.apply(number);
        }
        return models[number];
    }

    private static float[][] pick(float[][] columns, int[] rows) {
        float[][] picked = new float[columns.length][rows.length];
        for (int f = 0; f < columns.length; f++) {
            for (int i = 0; i < rows.length; i++) {
                picked[f][i] = columns[f][rows[i]];
            }
        }
        return picked;
    }

    @Override
    public void close() {
        closeFrom(0);
    }

    /** Closes the others even if one cannot be closed. */
    private void closeFrom(int first) {
        if (first < models.length) {
            try {
                if (models[first] != null) {
                    models[first].close();
                }
            } finally {
                closeFrom(first + 1);
            }
        }
    }
}

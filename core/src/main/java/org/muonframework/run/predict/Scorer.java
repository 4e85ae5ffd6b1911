package org.muonframework.run.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muonframework.data.FeatureReader.FeatureBatch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;

/**
 * One model of the analysis: a single trained one, or one for each fold.
 *
 * @param prefix stands before the names of its columns
 * @param trained the trained models
 */
record Scorer(String prefix, List<TrainedModel> trained) implements AutoCloseable {

    Scorer {
        trained = List.copyOf(trained);
    }

    /**
     * What a batch holds.
     *
     * @param features names of its features
     * @param images names of its images
     */
    record Names(List<String> features, List<String> images) {}

    private Task task() {
        return trained.get(0).task();
    }

    /** Whether it needs the image of this name. */
    boolean looksAt(String image) {
        return task().images().stream().anyMatch(needed -> needed.name().equals(image));
    }

    List<ColumnSpec> columns() {
        return task().predictions().stream()
                .map(name -> ColumnSpec.of(prefix + name, ColumnType.FLOAT))
                .toList();
    }

    /**
     * Scores a batch; NaN where a row has no model, and where it misses a value or its image is bad, so that it has no
     * prediction.
     *
     * @param batch the rows, with missing values filled as far as the models do that
     * @param names what the batch holds
     * @param rows the rows of each trained model
     * @param into takes the columns
     */
    void score(FeatureBatch batch, Names names, int[][] rows, Map<String, Column> into) {
        List<String> outputs = task().predictions();
        float[][] scores = new float[outputs.size()][batch.features().rows()];
        for (float[] column : scores) {
            Arrays.fill(column, Float.NaN);
        }
        for (int m = 0; m < rows.length; m++) {
            if (rows[m].length > 0) {
                score(batch, names, m, rows[m], scores);
            }
        }
        for (int p = 0; p < scores.length; p++) {
            into.put(prefix + outputs.get(p), new Column.Floats(scores[p]));
        }
    }

    private void score(FeatureBatch batch, Names names, int model, int[] rows, float[][] scores) {
        Features all = batch.features();
        float[][] own = task().features().stream()
                .map(name -> some(all.columns()[names.features().indexOf(name)], rows))
                .toArray(float[][]::new);
        boolean[] incomplete = fillHoles(own, rows.length);
        List<SparseImages> images = new ArrayList<>();
        for (Image image : task().images()) {
            int number = names.images().indexOf(image.name());
            images.add(all.images().get(number).pick(rows));
            boolean[] bad = batch.badImages().get(number);
            for (int i = 0; i < rows.length; i++) {
                incomplete[i] |= bad[rows[i]];
            }
        }
        float[][] predicted = trained.get(model).predict(new Features(own, rows.length, images));
        for (int p = 0; p < predicted.length; p++) {
            for (int i = 0; i < rows.length; i++) {
                scores[p][rows[i]] = incomplete[i] ? Float.NaN : predicted[p][i];
            }
        }
    }

    private static float[] some(float[] from, int[] rows) {
        float[] some = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = from[rows[i]];
        }
        return some;
    }

    /** Not every model bears NaN: rows that miss a value are predicted with zeros, and the prediction is not used. */
    private static boolean[] fillHoles(float[][] features, int rows) {
        boolean[] incomplete = new boolean[rows];
        for (float[] column : features) {
            for (int row = 0; row < rows; row++) {
                if (Float.isNaN(column[row])) {
                    column[row] = 0;
                    incomplete[row] = true;
                }
            }
        }
        return incomplete;
    }

    @Override
    public void close() {
        trained.forEach(TrainedModel::close);
    }
}

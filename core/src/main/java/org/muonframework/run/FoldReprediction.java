package org.muonframework.run;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;

/** Predicts each row by the model of its fold; a model is loaded when it is first asked, and kept until this is closed. */
final class FoldReprediction implements Reprediction, AutoCloseable {

    private final int[] foldOfRow;
    private final int outputs;
    private final IntFunction<TrainedModel> load;
    private final TrainedModel[] models;

    /**
     * With nothing loaded.
     *
     * @param foldOfRow the fold of each row of the evaluated sample
     * @param folds how many there are
     * @param outputs how many predictions a row has
     * @param load gives the model that has not seen the events of a fold
     */
    FoldReprediction(int[] foldOfRow, int folds, int outputs, IntFunction<TrainedModel> load) {
        this.foldOfRow = foldOfRow;
        this.outputs = outputs;
        this.load = load;
        models = new TrainedModel[folds];
    }

    @Override
    public float[][] predict(int[] rows, float[][] features) {
        float[][] predicted = new float[outputs][rows.length];
        for (int fold = 0; fold < models.length; fold++) {
            int[] chosen = chosen(rows, fold);
            if (chosen.length > 0) {
                float[][] some = model(fold).predict(new Features(pick(features, chosen), chosen.length));
                for (int p = 0; p < outputs; p++) {
                    for (int i = 0; i < chosen.length; i++) {
                        predicted[p][chosen[i]] = some[p][i];
                    }
                }
            }
        }
        return predicted;
    }

    private int[] chosen(int[] rows, int fold) {
        int[] chosen = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (foldOfRow[rows[i]] == fold) {
                chosen[count++] = i;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private TrainedModel model(int fold) {
        if (models[fold] == null) {
            models[fold] = load.apply(fold);
        }
        return models[fold];
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
        for (TrainedModel model : models) {
            if (model != null) {
                model.close();
            }
        }
    }
}

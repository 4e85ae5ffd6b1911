package org.muonframework.data;

import java.util.Arrays;
import java.util.List;
import org.muonframework.data.expression.Expression;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.train.SparseImages;

/**
 * Everything that a recipe makes of one batch, for all of its rows.
 *
 * @param batch the rows with their derived columns
 * @param features {@code features[f][row]}; arrays of the dataset may be among them: read only
 * @param labels class of each row; empty when nothing is classified
 * @param targets {@code targets[t][row]}
 * @param weights weight of each row
 * @param columns {@code columns[c][row]} of what the metrics need
 * @param images in the order of the recipe, whatever they hold
 */
record BatchValues(
        Batch batch,
        float[][] features,
        double[] labels,
        double[][] targets,
        double[] weights,
        double[][] columns,
        List<SparseImages> images) {

    static BatchValues of(Batch batch, Recipe recipe) {
        return new BatchValues(
                batch,
                recipe.features().stream()
                        .map(column -> floats(batch.column(column.name())))
                        .toArray(float[][]::new),
                recipe.label().map(expression -> expression.evaluate(batch)).orElse(new double[0]),
                recipe.targets().stream()
                        .map(column -> doubles(batch.column(column.name())))
                        .toArray(double[][]::new),
                weights(batch, recipe.weights()),
                recipe.columns().values().stream()
                        .map(expression -> expression.evaluate(batch))
                        .toArray(double[][]::new),
                recipe.images().stream()
                        .map(image -> ImageHits.of(batch, image).images(image))
                        .toList());
    }

    /** A column in single precision; shared if it is kept so already. */
    static float[] floats(Column column) {
        if (column instanceof Column.Floats floats) {
            return floats.values();
        }
        float[] values = new float[column.size()];
        if (column instanceof Column.Doubles doubles) {
            double[] from = doubles.values();
            for (int row = 0; row < values.length; row++) {
                values[row] = (float) from[row];
            }
        } else {
            for (int row = 0; row < values.length; row++) {
                values[row] = (float) column.doubleAt(row);
            }
        }
        return values;
    }

    private static double[] doubles(Column column) {
        if (column instanceof Column.Doubles doubles) {
            return doubles.values();
        }
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.doubleAt(row);
        }
        return values;
    }

    private static double[] weights(Batch batch, List<Expression> factors) {
        double[] weights = new double[batch.rows()];
        Arrays.fill(weights, 1);
        double[] factor = new double[batch.rows()];
        for (Expression expression : factors) {
            expression.evaluate(batch, factor);
            for (int row = 0; row < weights.length; row++) {
                weights[row] *= factor[row];
            }
        }
        return weights;
    }
}

package org.muonframework.train.neural.data;

import java.util.Arrays;

/**
 * What brings a column to the scale of the network: (x − mean) / deviation.
 *
 * @param mean weighted mean over the training rows, or their 0.1 % quantile, or a fixed offset
 * @param deviation weighted standard deviation over the training rows, or the way from there to their 99.9 %
 *     quantile, 1 for a constant column; or a fixed scale
 */
public record ColumnScale(double mean, double deviation) {

    private static final double BEYOND = 0.001;

    /** Leaves a column as it is. */
    public static final ColumnScale IDENTITY = new ColumnScale(0, 1);

    /** Fits to a column; two passes, in double precision. */
    public static ColumnScale fit(float[] column, float[] weights) {
        double total = 0;
        double sum = 0;
        for (int row = 0; row < column.length; row++) {
            total += weights[row];
            sum += (double) weights[row] * column[row];
        }
        double mean = sum / total;
        double squares = 0;
        for (int row = 0; row < column.length; row++) {
            double difference = column[row] - mean;
            squares += weights[row] * difference * difference;
        }
        double deviation = Math.sqrt(squares / total);
        return new ColumnScale(mean, deviation > Math.ulp((float) mean) / 4.0 ? deviation : 1);
    }

    /** Brings the 0.1 % quantile of a column to 0 and the 99.9 % quantile to 1. */
    public static ColumnScale ofRange(float[] column) {
        float[] sorted = column.clone();
        Arrays.sort(sorted);
        int beyond = (int) (BEYOND * sorted.length);
        double least = sorted[beyond];
        double most = sorted[sorted.length - 1 - beyond];
        return new ColumnScale(least, most > least ? most - least : 1);
    }

    /** A value on the network's scale. */
    public float apply(float value) {
        return (float) ((value - mean) / deviation);
    }

    /** A value of the network on the column's scale. */
    public float invert(float value) {
        return (float) (value * deviation + mean);
    }
}

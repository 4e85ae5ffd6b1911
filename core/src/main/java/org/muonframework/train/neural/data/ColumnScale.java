package org.muonframework.train.neural.data;

/**
 * What brings a column to the scale of the network: (x − mean) / deviation.
 *
 * @param mean weighted mean over the training rows, or a fixed offset
 * @param deviation weighted standard deviation over the training rows, 1 for a constant column; or a fixed scale
 */
public record ColumnScale(double mean, double deviation) {

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

    /** A value on the network's scale. */
    public float apply(float value) {
        return (float) ((value - mean) / deviation);
    }

    /** A value of the network on the column's scale. */
    public float invert(float value) {
        return (float) (value * deviation + mean);
    }
}

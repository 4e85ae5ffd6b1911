package org.muonframework.train.trees;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;

/** From columns to the row-major matrices that XGBoost reads. */
final class RowMajor {

    /** Rows transposed at a time, so that their part of the matrix stays in cache. */
    private static final int BLOCK = 256;

    private RowMajor() {}

    /** The rows {@code from} to before {@code to} of the columns, one row after the other. */
    static float[] of(float[][] columns, int from, int to) {
        int width = columns.length;
        float[] matrix = new float[Math.multiplyExact(to - from, width)];
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            for (int c = 0; c < width; c++) {
                float[] column = columns[c];
                for (int row = start, at = (start - from) * width + c; row < end; row++, at += width) {
                    matrix[at] = column[row];
                }
            }
        }
        return matrix;
    }

    /**
     * A native matrix of the rows' features; the caller disposes it.
     *
     * @param part name of the part of the split, for messages
     * @throws DataException if there are more than 2³¹ − 1 values, or an infinite one
     */
    static DMatrix matrix(Rows rows, String part) throws XGBoostError {
        if ((long) rows.size() * rows.features().length > Integer.MAX_VALUE) {
            throw new DataException(
                    part,
                    rows.size() + " rows of " + rows.features().length
                            + " features are more than boosted trees can hold (2147483647 values)");
        }
        refuseInfinite(rows.features(), part);
        return new DMatrix(of(rows.features(), 0, rows.size()), rows.size(), rows.features().length, Float.NaN);
    }

    private static void refuseInfinite(float[][] columns, String part) {
        for (int c = 0; c < columns.length; c++) {
            float[] column = columns[c];
            for (int row = 0; row < column.length; row++) {
                if (Float.isInfinite(column[row])) {
                    throw new DataException(
                            part + " row " + row, "feature " + c + " is infinite; expected a number or NaN (missing)");
                }
            }
        }
    }
}

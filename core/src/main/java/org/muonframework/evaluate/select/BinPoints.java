package org.muonframework.evaluate.select;

import java.util.Arrays;
import org.muonframework.spi.figure.Mark;
import org.muonframework.stats.Binning;

/** Collects one point a bin for a figure; bins without a value are left out. */
final class BinPoints {

    private final Binning binning;
    private final double[][] points;
    private int count;

    BinPoints(Binning binning) {
        this.binning = binning;
        points = new double[6][binning.size()];
    }

    void add(int bin, double value, double low, double high) {
        if (!Double.isFinite(value)) {
            return;
        }
        double[] point = {binning.centre(bin), binning.low(bin), binning.high(bin), value, low, high};
        for (int k = 0; k < point.length; k++) {
            points[k][count] = point[k];
        }
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Mark.Points as(String label) {
        double[][] kept = Arrays.stream(points)
                .map(values -> Arrays.copyOf(values, count))
                .toArray(double[][]::new);
        return new Mark.Points(label, kept[0], kept[1], kept[2], kept[3], kept[4], kept[5]);
    }
}

package org.muonframework.evaluate.features;

import java.util.List;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

/**
 * One part with its columns.
 *
 * @param sample the part
 * @param groups its rows by class
 * @param columns what is drawn
 */
record FeatureSample(Sample sample, List<RowGroup> groups, FeatureColumns columns) {

    Part part() {
        return sample.part();
    }

    /** The distribution of one column over the rows of a group; infinite values lie outside. */
    Histogram histogram(RowGroup group, int column, Binning binning) {
        int[] rows = group.rows();
        float[] all = columns.values()[column];
        double[] values = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = all[rows[i]];
            weights[i] = sample.weights()[rows[i]];
        }
        return Histogram.of(binning, values, weights);
    }
}

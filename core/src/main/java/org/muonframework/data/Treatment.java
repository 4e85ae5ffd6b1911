package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is done to the features of new rows before a model sees them, as in its training: values beyond the limits are
 * set to them, and others take the place of missing ones, which are never beyond a limit. Counts both.
 */
public final class Treatment {

    private final List<FillValues> models;
    private final Clipping clipping;
    private final long[] missing;

    /**
     * For some models that were trained alike.
     *
     * @param models the values of each model in the place of missing ones; of the same features
     * @param clip the limits of the training
     */
    public Treatment(List<FillValues> models, Optional<Clip> clip) {
        this.models = List.copyOf(models);
        clipping = new Clipping(features(), clip, policy());
        missing = new long[features().size()];
    }

    /** The features, in order. */
    public List<String> features() {
        return models.get(0).features();
    }

    private MissingPolicy policy() {
        return models.get(0).policy();
    }

    /**
     * Treats the next rows, in place.
     *
     * @param batch rows as they were read
     * @param rowsOfModels indices of the rows that each model scores
     * @throws org.muonframework.spi.problem.DataException if a value is missing and the models' policy forbids it
     */
    public void apply(FeatureReader.FeatureBatch batch, int[][] rowsOfModels) {
        float[][] columns = batch.features().columns();
        clipping.apply(
                columns,
                IntStream.range(0, batch.features().rows()).toArray(),
                batch.features().rows());
        for (int m = 0; m < rowsOfModels.length; m++) {
            long[] replaced = batch.fill(models.get(m), rowsOfModels[m]);
            for (int f = 0; f < missing.length; f++) {
                missing[f] += replaced[f];
            }
        }
    }

    /** One sentence for each feature with missing values or values beyond the limits. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (int f = 0; f < missing.length; f++) {
            if (missing[f] > 0) {
                warnings.add(policy().warning(features().get(f), missing[f]));
            }
        }
        clipping.counts().forEach(count -> warnings.add("feature " + count.text()));
        return warnings;
    }
}

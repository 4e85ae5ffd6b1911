package org.muonframework.run.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muonframework.spi.DatasetProvider;

/**
 * Another simulation that the trained models are judged on.
 *
 * @param name its name
 * @param dataset the dataset
 * @param preparation keys of its dataset section that hold for every dataset
 * @param transforms its transforms
 */
public record VariationPlan(
        String name,
        Configured<DatasetProvider<?>> dataset,
        DatasetSettings preparation,
        List<TransformPlan> transforms) {

    /** How the sample of the analysis itself is called beside its variations. */
    public static final String NOMINAL = "nominal";

    public VariationPlan {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(preparation, "preparation");
        transforms = List.copyOf(transforms);
    }

    /** The same with more derived columns. */
    VariationPlan deriving(Map<String, String> more) {
        return new VariationPlan(name, dataset, preparation.deriving(more), transforms);
    }

    /** The full name of a key of its dataset section, or of that section: {@code variations.herwig.dataset.tree}. */
    public String key(String ofDataset) {
        return VariationReader.KEY + "." + name + "." + VariationReader.DATASET + (ofDataset.isEmpty() ? "" : ".")
                + ofDataset;
    }
}

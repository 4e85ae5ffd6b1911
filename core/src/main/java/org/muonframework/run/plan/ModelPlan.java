package org.muonframework.run.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;

/**
 * One model of an analysis.
 *
 * @param name its name in the analysis file, in the run directory and in results
 * @param features the columns it sees
 * @param model the untrained model
 * @param trainer what trains it
 * @param reweight how its training rows are reweighted, if they are
 */
public record ModelPlan(
        String name,
        List<String> features,
        Configured<ModelProvider<?>> model,
        Configured<TrainerProvider<?>> trainer,
        Optional<ReweightSettings> reweight) {

    public ModelPlan {
        features = List.copyOf(features);
        Objects.requireNonNull(reweight, "reweight");
    }
}

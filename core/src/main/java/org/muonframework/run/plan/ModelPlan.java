package org.muonframework.run.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;

/**
 * One model of an analysis.
 *
 * @param name its name in the analysis file, in the run directory and in results
 * @param features the columns it needs: those that the untrained model sees and, behind them, the variable of the
 *     regions, if it is none of these
 * @param model the untrained model
 * @param trainer what trains it
 * @param reweight how its training rows are reweighted, if they are
 * @param training how it is trained beyond its trainer
 */
public record ModelPlan(
        String name,
        List<String> features,
        Configured<ModelProvider<?>> model,
        Configured<TrainerProvider<?>> trainer,
        Optional<ReweightSettings> reweight,
        TrainingPlan training) {

    public ModelPlan {
        features = List.copyOf(features);
        Objects.requireNonNull(reweight, "reweight");
        Objects.requireNonNull(training, "training");
    }

    /** One model on all rows, with the settings as they are. */
    public ModelPlan(
            String name,
            List<String> features,
            Configured<ModelProvider<?>> model,
            Configured<TrainerProvider<?>> trainer,
            Optional<ReweightSettings> reweight) {
        this(name, features, model, trainer, reweight, TrainingPlan.PLAIN);
    }

    /**
     * A model whose untrained form sees these columns.
     *
     * @param inputs the columns, to which the variable of the regions is added where it is none of them
     */
    static ModelPlan of(
            String name,
            List<String> inputs,
            Configured<ModelProvider<?>> model,
            Configured<TrainerProvider<?>> trainer,
            Optional<ReweightSettings> reweight,
            TrainingPlan training) {
        List<String> features = new ArrayList<>(inputs);
        training.regions().filter(regions -> !regions.input()).ifPresent(regions -> features.add(regions.variable()));
        return new ModelPlan(name, features, model, trainer, reweight, training);
    }

    /** The columns that the untrained model sees. */
    public List<String> inputs() {
        boolean routed = training.regions().filter(regions -> !regions.input()).isPresent();
        return routed ? features.subList(0, features.size() - 1) : features;
    }
}

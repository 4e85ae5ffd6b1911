package org.muonframework.run.assemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.GridPlan;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.train.compose.EnsembleSource;
import org.muonframework.train.compose.Grid;
import org.muonframework.train.compose.GridSource;
import org.muonframework.train.compose.RegionSource;
import org.muonframework.train.compose.TrainerSource;

/**
 * What trains a model and loads it again: its trainer, within an ensemble, within a search of its settings, within
 * regions, as far as the analysis has these. Each region searches for itself; a search tries single models, and its
 * best point becomes the ensemble.
 */
public final class TrainerChain {

    private TrainerChain() {}

    /**
     * Makes it.
     *
     * @param context of the task that the untrained model sees
     * @throws org.muonframework.spi.problem.ConfigurationException if the model of a point of the grid cannot be made
     */
    public static TrainerSource of(ModelPlan plan, ModelContext context) {
        TrainerSource searched = plan.training()
                .grid()
                .<TrainerSource>map(grid -> new GridSource(grid(plan, grid, context)))
                .orElseGet(() -> ensemble(plan, new Plain(plan.model(), plan.trainer())));
        return plan.training()
                .regions()
                .<TrainerSource>map(regions -> new RegionSource(regions, searched))
                .orElse(searched);
    }

    private static TrainerSource ensemble(ModelPlan plan, TrainerSource member) {
        return plan.training()
                .ensemble()
                .<TrainerSource>map(members -> new EnsembleSource(members, member))
                .orElse(member);
    }

    private static Grid grid(ModelPlan plan, GridPlan grid, ModelContext context) {
        return new Grid(
                grid.folds(),
                grid.keys(),
                grid.points().stream().map(point -> point(plan, point, context)).toList());
    }

    private static Grid.Point point(ModelPlan plan, GridPlan.Point point, ModelContext context) {
        TrainerSource single = new Plain(point.model(), point.trainer());
        return new Grid.Point(point.values(), Providers.model(point.model(), context), single, ensemble(plan, single));
    }

    /**
     * The trainer of the analysis file itself.
     *
     * @param model the model that it trains
     * @param trainer the trainer
     */
    private record Plain(Configured<ModelProvider<?>> model, Configured<TrainerProvider<?>> trainer)
            implements TrainerSource {

        @Override
        public Trainer create(Context context) {
            return Providers.trainer(trainer, context);
        }

        @Override
        public TrainedModel load(Path directory, Model untrained, Context context) throws IOException {
            try {
                return trainer.service().call(provider -> {
                    try {
                        return provider.load(directory, untrained, context);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        /** The settings, which tell one training from another. */
        @Override
        public String toString() {
            return model.service().name() + " " + model.settings() + ", "
                    + trainer.service().name() + " " + trainer.settings();
        }
    }
}

package org.muonframework.train.compose;

import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;

/**
 * Searches for the best settings, then trains with them on all training rows, as if they had been given.
 *
 * <p>Each point is trained once for every fold on the other folds of the training rows, and scored by its validation
 * loss on that fold; its score is the mean over the folds, weighted by the rows' training weights. The lowest mean is
 * the best, of equal ones the earlier point. The validation part takes no part in that.
 */
final class GridTrainer implements Trainer {

    private final Grid grid;
    private final Context context;

    GridTrainer(Grid grid, Context context) {
        this.grid = grid;
        this.context = context;
    }

    /** What speaks against the first point whose trainer cannot train its model. */
    @Override
    public Optional<String> objection(Model model) {
        return IntStream.range(0, grid.points().size())
                .boxed()
                .flatMap(number -> {
                    Grid.Point point = grid.points().get(number);
                    return point.trainers().create(context).objection(point.model()).stream()
                            .map(reason -> "with " + grid.label(number) + " it " + reason);
                })
                .findFirst();
    }

    @Override
    public boolean concurrent(Model model) {
        return grid.points().stream()
                .allMatch(point -> point.trainers().create(context).concurrent(point.model()));
    }

    @Override
    public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
        GridScores scores = GridScores.open(grid, data, context, training.checkpoint());
        CrossValidation validation = new CrossValidation(grid, data, context, training);
        validation.run(scores, concurrent(model));
        Search search = scores.search(validation.weights());
        Grid.Point best = grid.points().get(search.best());
        context.log()
                .info(
                        "grid: the best point is {} of {}, {}",
                        search.best() + 1,
                        grid.points().size(),
                        grid.label(search.best()));
        PartOfTraining last =
                PartOfTraining.of(training, GridModel.BEST, "best point, " + grid.label(search.best()) + ": ", 0, 1);
        return new GridModel(best.chosen().create(context).train(best.model(), data, last), search, scores.seconds());
    }
}

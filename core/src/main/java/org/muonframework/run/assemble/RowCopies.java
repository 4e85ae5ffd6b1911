package org.muonframework.run.assemble;

import org.muonframework.data.FoldPlan;
import org.muonframework.data.ImagePlan;
import org.muonframework.data.PreparationPlan;
import org.muonframework.data.TrainingCopies;

/**
 * The copies of rows that a training holds at once beside the rows themselves: regions one of all of them; a grid one
 * for each training that runs, which has all rows of its training part; an ensemble over folds, which comes after the
 * grid, one of all of them and one for each member that is trained. Copies share the hits of images; only an ensemble
 * over folds copies them, once, where the training and the validation rows were read into arrays of their own.
 *
 * @param model what is trained
 * @param threads so many trainings run at once, where they may
 */
record RowCopies(AssembledModel model, int threads) {

    /** What is copied of the rows of the data, about. */
    TrainingCopies of(PreparationPlan plan) {
        double trained = plan.folds().map(FoldPlan::trained).orElseGet(plan.split()::trained);
        boolean ownHits = model.plan().training().divides() && plan.folds().isEmpty();
        return new TrainingCopies(
                (long) Math.ceil(count() * bytes(plan) * trained),
                ownHits && !model.task().images().isEmpty() ? trained : 0);
    }

    private long bytes(PreparationPlan plan) {
        int features = model.task().features().size();
        int targets = model.task().targets().size();
        return (long) Float.BYTES * (features + targets + 2)
                + (long) Double.BYTES * model.columns().size()
                + ImagePlan.BYTES_PER_ROW * model.task().images().size()
                + (plan.events() ? Long.BYTES : 0);
    }

    private int count() {
        var training = model.plan().training();
        int grid = training.grid()
                .map(search -> atOnce(search.points().size() * search.folds()))
                .orElse(0);
        int ensemble = training.ensemble()
                .filter(members -> training.divides())
                .map(members -> 1 + atOnce(members.size()))
                .orElse(0);
        return (training.regions().isPresent() ? 1 : 0) + Math.max(grid, ensemble);
    }

    private int atOnce(int trainings) {
        boolean concurrent = model.plan().trainer().service().call(provider -> model.trainer()
                .concurrent(model.model()));
        return concurrent ? Math.min(threads, trainings) : 1;
    }
}

package org.muonframework.run.assemble;

import org.muonframework.data.FoldPlan;
import org.muonframework.data.PreparationPlan;

/**
 * The copies of rows that a training holds at once beside the rows themselves: regions one of all of them; a grid one
 * for each training that runs, which has all rows of its training part; an ensemble over folds, which comes after the
 * grid, one of all of them and one for each member that is trained.
 *
 * @param model what is trained
 * @param threads so many trainings run at once, where they may
 */
record RowCopies(AssembledModel model, int threads) {

    /** Bytes of all copies for each row of the data, about. */
    long bytesPerRow(PreparationPlan plan) {
        int features = model.task().features().size();
        int targets = model.task().targets().size();
        long row = (long) Float.BYTES * (features + targets + 2)
                + (long) Double.BYTES * model.columns().size()
                + (plan.events() ? Long.BYTES : 0);
        double trained = plan.folds().map(FoldPlan::trained).orElseGet(plan.split()::trained);
        return (long) Math.ceil(count() * row * trained);
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

package org.muonframework.evaluate;

import java.util.Optional;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.AucBootstrap;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Roc;

/**
 * One class of a sample against all others, by the score of that class.
 *
 * @param name the class
 * @param scores its score for each row
 * @param members whether each row belongs to it
 * @param weights the weights of the rows
 */
public record OneAgainstRest(String name, double[] scores, boolean[] members, double[] weights) {

    /** Why a task has no class to tell from the rest, if that is so. */
    public static Optional<String> objection(Task task) {
        return task.classes().size() < 2 ? Optional.of("needs two classes or more") : Optional.empty();
    }

    /** Of a class with a score, one of {@link Task#scoredClasses()}. */
    public static OneAgainstRest of(Sample sample, Task task, int classIndex) {
        float[] column = sample.predictions()[task.scoreOf(classIndex)];
        int n = sample.rows();
        double[] scores = new double[n];
        boolean[] members = new boolean[n];
        for (int i = 0; i < n; i++) {
            scores[i] = column[i];
            members[i] = sample.labels()[i] == classIndex;
        }
        return new OneAgainstRest(task.classes().get(classIndex), scores, members, sample.weights());
    }

    /** Whether rows on the same side have different weights. */
    public boolean weightsDiffer() {
        double[] first = {Double.NaN, Double.NaN};
        for (int i = 0; i < weights.length; i++) {
            int side = members[i] ? 1 : 0;
            if (Double.isNaN(first[side])) {
                first[side] = weights[i];
            } else if (weights[i] != first[side]) {
                return true;
            }
        }
        return false;
    }

    /**
     * The 68 % interval of the area under the ROC curve: with DeLong's standard error where all rows on a side weigh the
     * same, else with that of a bootstrap.
     *
     * @param roc the curve of these rows
     * @param seed of the bootstrap
     */
    public Interval aucInterval(Roc roc, long seed) {
        return weightsDiffer()
                ? roc.aucInterval(AucBootstrap.error(scores, members, weights, seed))
                : roc.aucInterval();
    }

    /** Why nothing can be said of it, if that is so. */
    public Optional<String> problem() {
        double[] sums = new double[2];
        int[] counts = new int[2];
        long missing = 0;
        boolean constant = true;
        for (int i = 0; i < scores.length; i++) {
            int side = members[i] ? 1 : 0;
            sums[side] += weights[i];
            counts[side]++;
            missing += Double.isNaN(scores[i]) ? 1 : 0;
            constant &= scores[i] == scores[0];
        }
        if (missing > 0) {
            return Optional.of(missing + " of " + scores.length + " scores are not a number");
        }
        for (int side = 1; side >= 0; side--) {
            String which = side == 1 ? "class '" + name + "'" : "any class but '" + name + "'";
            if (counts[side] == 0) {
                return Optional.of("no row is of " + which);
            }
            if (!(sums[side] > 0)) {
                return Optional.of("the weights of " + which + " do not add up to more than 0");
            }
        }
        return constant ? Optional.of("all scores are equal") : Optional.empty();
    }
}

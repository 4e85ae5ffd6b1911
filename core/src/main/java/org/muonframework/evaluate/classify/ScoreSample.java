package org.muonframework.evaluate.classify;

import java.util.Arrays;
import java.util.Optional;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

/**
 * The scores of the rows of one true class in one part.
 *
 * @param which the part and class, for messages
 * @param scores one score a row
 * @param weights one weight a row
 */
record ScoreSample(String which, double[] scores, double[] weights) {

    private static final int BLOCKS = 100;

    /**
     * Picks the rows.
     *
     * @param scored the class whose score is taken, one of {@link Task#scoredClasses()}
     * @param truth the class whose rows are taken
     */
    static ScoreSample of(Sample sample, Task task, int scored, int truth) {
        float[] column = sample.predictions()[task.scoreOf(scored)];
        double[] scores = new double[sample.rows()];
        double[] weights = new double[sample.rows()];
        int count = 0;
        for (int i = 0; i < sample.rows(); i++) {
            if (sample.labels()[i] == truth) {
                scores[count] = column[i];
                weights[count++] = sample.weights()[i];
            }
        }
        return new ScoreSample(
                "class '" + task.classes().get(truth) + "' in the "
                        + sample.part().label() + " part",
                Arrays.copyOf(scores, count),
                Arrays.copyOf(weights, count));
    }

    /**
     * Every other one of {@value #BLOCKS} blocks of rows, from the first or the second on. Rows of one event, which stand
     * next to each other, are hardly torn apart.
     */
    ScoreSample half(int first) {
        double[] some = new double[scores.length];
        double[] someWeights = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if ((long) i * BLOCKS / scores.length % 2 == first) {
                some[count] = scores[i];
                someWeights[count++] = weights[i];
            }
        }
        return new ScoreSample(which, Arrays.copyOf(some, count), Arrays.copyOf(someWeights, count));
    }

    /** Why it cannot be compared, if that is so. */
    Optional<String> problem() {
        if (scores.length == 0) {
            return Optional.of("no row is of " + which);
        }
        long missing = Arrays.stream(scores).filter(Double::isNaN).count();
        if (missing > 0) {
            return Optional.of(missing + " of " + scores.length + " scores of " + which + " are not a number");
        }
        if (!(Arrays.stream(weights).sum() > 0)) {
            return Optional.of("the weights of " + which + " do not add up to more than 0");
        }
        return Optional.empty();
    }

    /** The distribution over bins between 0 and 1; rows without a score are left out. */
    Histogram histogram(int bins) {
        return Histogram.of(Binning.uniform(bins, 0, 1), scores, weights);
    }
}

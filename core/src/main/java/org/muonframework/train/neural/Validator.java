package org.muonframework.train.neural;

import java.util.stream.IntStream;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.data.Scorer;

/** Scores a network on rows that it is not fitted to. */
final class Validator {

    private final Objective objective;
    private final PreparedRows rows;
    private final Scorer scorer;
    private final int[] order;

    /**
     * A validator of a network in training.
     *
     * @param scorer of the network with the parameters that it has at the time; not closed
     */
    Validator(Scorer scorer, Objective objective, PreparedRows rows) {
        this.objective = objective;
        this.rows = rows;
        this.scorer = scorer;
        this.order = IntStream.range(0, rows.size()).toArray();
    }

    /** The score of the network as it is now. */
    Score score() {
        ScoreSum sum = new ScoreSum(objective);
        float[][] whole = new float[objective.size()][];
        for (int i = 0; i < whole.length; i++) {
            boolean additive = objective.additive(i);
            whole[i] = new float[additive ? 0 : Math.multiplyExact(rows.size(), objective.width(i))];
        }
        scorer.run(
                rows.size(),
                (input, from, to, target) -> rows.inputs().get(input).gather(order, from, to, target),
                (from, to, outputs) -> {
                    float[] weights = Objective.weights(rows, order, from, to);
                    double ofSome = Objective.sum(weights);
                    if (ofSome > 0) {
                        sum.addWeight(ofSome);
                        add(sum, outputs, from, to, weights, ofSome);
                    }
                    for (int i = 0; i < whole.length; i++) {
                        if (whole[i].length > 0) {
                            System.arraycopy(outputs[i], 0, whole[i], from * objective.width(i), outputs[i].length);
                        }
                    }
                });
        double total = Objective.sum(rows.weights());
        for (int i = 0; i < whole.length; i++) {
            if (whole[i].length > 0 && total > 0) {
                float[] truth = Objective.truth(rows, i, order, 0, rows.size());
                sum.addLoss(i, objective.judge(i, whole[i], truth, rows.weights()), total);
            }
        }
        return sum.score();
    }

    private void add(ScoreSum sum, float[][] outputs, int from, int to, float[] weights, double total) {
        for (int i = 0; i < outputs.length; i++) {
            float[] truth = Objective.truth(rows, i, order, from, to);
            if (objective.additive(i)) {
                sum.addLoss(i, objective.judge(i, outputs[i], truth, weights), total);
            }
            sum.addCorrect(objective.correct(i, outputs[i], truth, weights));
        }
    }
}

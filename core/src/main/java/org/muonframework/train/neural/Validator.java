package org.muonframework.train.neural;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.Scorer;

/** Scores a network on rows that it is not fitted to. */
final class Validator {

    private final Objective objective;
    private final OrderedRows rows;
    private final Scorer scorer;

    /**
     * A validator of a network in training.
     *
     * @param scorer of the network with the parameters that it has at the time; not closed
     */
    Validator(Scorer scorer, Objective objective, OrderedRows rows) {
        this.objective = objective;
        this.rows = rows;
        this.scorer = scorer;
    }

    /** The score of the network as it is now. */
    Score score() {
        float[][] whole = new float[objective.size()][];
        for (int i = 0; i < whole.length; i++) {
            boolean additive = objective.additive(i);
            whole[i] = new float[additive ? 0 : Math.multiplyExact(rows.size(), objective.width(i))];
        }
        SortedMap<Integer, ScoreSum> parts = new TreeMap<>();
        scorer.run(rows.size(), rows, (from, to, outputs) -> {
            ScoreSum part = judge(from, to, outputs);
            for (int i = 0; i < whole.length; i++) {
                if (whole[i].length > 0) {
                    System.arraycopy(outputs[i], 0, whole[i], from * objective.width(i), outputs[i].length);
                }
            }
            synchronized (parts) {
                parts.put(from, part);
            }
        });
        ScoreSum sum = new ScoreSum(objective);
        parts.values().forEach(sum::add);
        double total = Objective.sum(rows.weights());
        for (int i = 0; i < whole.length; i++) {
            if (whole[i].length > 0 && total > 0) {
                float[] truth = rows.truth(i, 0, rows.size());
                sum.addLoss(i, objective.judge(i, whole[i], truth, rows.weights(), 0, rows.columns()), total);
            }
        }
        return sum.score();
    }

    private ScoreSum judge(int from, int to, float[][] outputs) {
        ScoreSum sum = new ScoreSum(objective);
        float[] weights = Arrays.copyOfRange(rows.weights(), from, to);
        double total = Objective.sum(weights);
        if (total > 0) {
            sum.addWeight(total);
            for (int i = 0; i < outputs.length; i++) {
                float[] truth = rows.truth(i, from, to);
                if (objective.additive(i)) {
                    sum.addLoss(i, objective.judge(i, outputs[i], truth, weights, from, rows.columns()), total);
                }
                sum.addCorrect(objective.correct(i, outputs[i], truth, weights));
            }
        }
        return sum;
    }
}

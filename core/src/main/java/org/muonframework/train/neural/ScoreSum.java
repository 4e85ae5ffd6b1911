package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.List;

/** Adds up the score of rows that come in parts. */
final class ScoreSum {

    private final Objective objective;
    private final double[] losses;
    private double correct;
    private double weight;

    ScoreSum(Objective objective) {
        this.objective = objective;
        this.losses = new double[objective.size()];
    }

    /** Adds the loss of an output over rows of this total weight. */
    void addLoss(int output, double loss, double rowsWeight) {
        losses[output] += loss * rowsWeight;
    }

    /** Adds the sum over rows of weight times loss of an output. */
    void addLossSum(int output, double sum) {
        losses[output] += sum;
    }

    /** Adds rows of this total weight whose class is right. */
    void addCorrect(double rowsWeight) {
        correct += rowsWeight;
    }

    /** Adds the total weight of rows. */
    void addWeight(double rowsWeight) {
        weight += rowsWeight;
    }

    /** Adds what another sum has. */
    void add(ScoreSum other) {
        for (int output = 0; output < losses.length; output++) {
            losses[output] += other.losses[output];
        }
        correct += other.correct;
        weight += other.weight;
    }

    Score score() {
        double total = 0;
        List<Double> means = new ArrayList<>();
        for (int output = 0; output < losses.length; output++) {
            double mean = losses[output] / weight;
            means.add(mean);
            total += objective.factor(output) * mean;
        }
        return new Score(total, means, objective.classifies() ? correct / weight : Double.NaN);
    }
}

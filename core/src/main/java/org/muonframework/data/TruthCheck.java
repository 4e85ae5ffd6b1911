package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.data.expression.Expression;
import org.muonframework.spi.problem.Problem;

/** Watches over labels, targets and weights, which have no missing-value policy: there a bad value is an error. */
final class TruthCheck {

    private final int classes;
    private final boolean refuseNegatives;
    private final BadValues badLabels;
    private final List<BadValues> badTargets;
    private final BadValues badWeights;
    private final BadValues negativeWeights;

    TruthCheck(Recipe recipe, PreparationPlan plan) {
        classes = plan.classes().size();
        refuseNegatives = plan.negativeWeights() == NegativeWeights.ERROR;
        String label = recipe.label().map(TruthCheck::quoted).orElse("");
        badLabels = new BadValues("label " + label + " is not the number of a class, 0 to " + (classes - 1));
        badTargets = recipe.targets().stream()
                .map(target -> new BadValues("target '" + target.name() + "' is not a finite number"))
                .toList();
        String weight = recipe.weights().stream().map(TruthCheck::quoted).collect(Collectors.joining(" times "));
        badWeights = new BadValues("weight " + weight + " is not a finite number");
        negativeWeights = new BadValues("weight " + weight + " is negative");
    }

    private static String quoted(Expression expression) {
        return "'" + expression.bareColumn().orElse(expression.text()) + "'";
    }

    /** Looks at the given rows of a batch. */
    void look(BatchValues values, int[] rows, int count) {
        lookAtWeights(values, rows, count);
        for (int t = 0; t < badTargets.size(); t++) {
            double[] targets = values.targets()[t];
            for (int i = 0; i < count; i++) {
                if (!Float.isFinite((float) targets[rows[i]])) {
                    badTargets.get(t).add(values.batch(), rows[i], targets[rows[i]]);
                }
            }
        }
        if (classes > 0) {
            for (int i = 0; i < count; i++) {
                double label = values.labels()[rows[i]];
                boolean valid = label >= 0 && label < classes && label == Math.rint(label);
                if (!valid) {
                    badLabels.add(values.batch(), rows[i], label);
                }
            }
        }
    }

    private void lookAtWeights(BatchValues values, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            double weight = values.weights()[rows[i]];
            if (!Float.isFinite((float) weight)) {
                badWeights.add(values.batch(), rows[i], weight);
            } else if (weight < 0) {
                negativeWeights.add(values.batch(), rows[i], weight);
            }
        }
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Stream.concat(Stream.of(badLabels, badWeights), badTargets.stream())
                .filter(values -> values.count() > 0)
                .forEach(
                        values -> problems.add(values.problem("Mend the data, or leave such rows out by a selection")));
        if (refuseNegatives && negativeWeights.count() > 0) {
            problems.add(negativeWeights.problem("weights.negative = error forbids it; '" + NegativeWeights.KEEP.key()
                    + "', '" + NegativeWeights.ZERO_IN_TRAINING.key() + "' and '" + NegativeWeights.ABSOLUTE.key()
                    + "' allow it"));
        }
        return problems;
    }

    long negatives() {
        return negativeWeights.count();
    }
}

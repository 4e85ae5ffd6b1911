package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One class that has most of the rows or of the weight: its share is the accuracy of a model that always names it. */
final class ClassBalance implements Check {

    private static final double NEARLY_ALL = 0.95;

    private final List<String> classes;
    private final long[] rows;
    private final double[] weights;

    ClassBalance(List<String> classes) {
        this.classes = classes;
        rows = new long[classes.size()];
        weights = new double[classes.size()];
    }

    @Override
    public void look(LintRows batch) {
        for (int i = 0; i < batch.count(); i++) {
            double label = batch.label(i);
            if (label >= 0 && label < rows.length) {
                rows[(int) label]++;
                weights[(int) label] += Double.isFinite(batch.weight(i)) ? batch.weight(i) : 0;
            }
        }
    }

    @Override
    public List<Finding> findings() {
        double all = 0;
        double sum = 0;
        int most = 0;
        int heaviest = 0;
        for (int c = 0; c < rows.length; c++) {
            all += rows[c];
            sum += weights[c];
            most = rows[c] > rows[most] ? c : most;
            heaviest = weights[c] > weights[heaviest] ? c : heaviest;
        }
        double share = rows[most] / all;
        // A class of negative weight has no share of the whole.
        boolean haveShares = sum > 0 && Arrays.stream(weights).allMatch(weight -> weight >= 0);
        double weighted = haveShares ? weights[heaviest] / sum : 0;
        double balanced = (1 + 1.0 / rows.length) / 2;
        if (!(Math.max(share, weighted) > balanced)) {
            return List.of();
        }
        List<String> counts = new ArrayList<>();
        for (int c = 0; c < rows.length; c++) {
            counts.add(classes.get(c) + " " + FindingText.number(rows[c]));
        }
        return List.of(
                new Finding(
                        "class-balance",
                        Math.max(share, weighted) > NEARLY_ALL ? Severity.WARNING : Severity.NOTE,
                        List.of(classes.get(share > balanced ? most : heaviest)),
                        rows[most],
                        Optional.empty(),
                        String.format(
                                        Locale.ROOT,
                                        "always naming the largest class is right in %.4g %% of the rows",
                                        100 * share)
                                + (haveShares
                                        ? String.format(Locale.ROOT, " and %.4g %% of the weight", 100 * weighted)
                                        : "")
                                + " (" + String.join(", ", counts) + ")",
                        "Judge by metrics = [roc], which does not depend on the shares; compare an accuracy with this baseline."));
    }
}

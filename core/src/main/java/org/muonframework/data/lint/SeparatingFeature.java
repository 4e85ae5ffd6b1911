package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.data.EvenSample;
import org.muonframework.stats.Roc;

/**
 * A feature that by itself tells a class from the others: the weighted area under its ROC curve is above 0.99, or below
 * 0.01; a problem where it is above 0.9999 or below 0.0001. Judged on an even sample of at most {@value #SAMPLED} rows; a missing value counts as lower than all others.
 */
final class SeparatingFeature implements Check {

    private static final int SAMPLED = 1 << 15;
    private static final double SEPARATES = 0.99;
    private static final double WHOLLY = 0.9999;
    private static final int FEWEST = 20;

    private final LintPlan plan;
    private final EvenSample labels = new EvenSample(SAMPLED);
    private final EvenSample weights = new EvenSample(SAMPLED);
    private final List<EvenSample> features;

    SeparatingFeature(LintPlan plan) {
        this.plan = plan;
        features = plan.features().stream().map(name -> new EvenSample(SAMPLED)).toList();
    }

    @Override
    public void look(LintRows rows) {
        double[] label = new double[rows.count()];
        double[] weight = new double[rows.count()];
        for (int i = 0; i < label.length; i++) {
            label[i] = rows.label(i);
            weight[i] = Double.isFinite(rows.weight(i)) ? rows.weight(i) : 0;
        }
        labels.add(label);
        weights.add(weight);
        for (int f = 0; f < features.size(); f++) {
            features.get(f).add(rows.values(plan.features().get(f)).numbers());
        }
    }

    @Override
    public List<Finding> findings() {
        double[] label = labels.values();
        double[] weight = weights.values();
        List<Finding> findings = new ArrayList<>();
        int curves = plan.classes().size() == 2 ? 1 : plan.classes().size();
        for (int c = 0; c < curves; c++) {
            boolean[] isOne = new boolean[label.length];
            int ones = 0;
            for (int i = 0; i < isOne.length; i++) {
                isOne[i] = label[i] == c;
                ones += isOne[i] ? 1 : 0;
            }
            if (Math.min(ones, label.length - ones) >= FEWEST) {
                for (int f = 0; f < features.size(); f++) {
                    double area = Roc.of(ordered(features.get(f).values()), isOne, weight)
                            .auc();
                    double auc = Math.max(area, 1 - area);
                    if (auc > SEPARATES) {
                        findings.add(
                                finding(plan.features().get(f), plan.classes().get(c), auc, label.length));
                    }
                }
            }
        }
        return findings;
    }

    private static double[] ordered(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NEGATIVE_INFINITY : values[i];
        }
        return values;
    }

    private Finding finding(String feature, String name, double auc, int rows) {
        String other = plan.classes().size() == 2 ? plan.classes().get(1) : "the others";
        return new Finding(
                "separating-feature",
                auc > WHOLLY ? Severity.PROBLEM : Severity.WARNING,
                List.of(feature),
                rows,
                Optional.empty(),
                String.format(Locale.ROOT, "alone tells %s from %s: area under its ROC curve %.4f", name, other, auc),
                "Look whether it is made from the label or fixed by how the samples were chosen; if so, take '"
                        + feature + "' out of the features.");
    }
}

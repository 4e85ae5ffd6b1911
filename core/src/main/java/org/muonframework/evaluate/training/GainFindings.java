package org.muonframework.evaluate.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.train.FeatureGains;

/** How much each feature did for the fit of a model, as values and a figure under the name {@value #NAME}. */
public final class GainFindings {

    /** What stands in the place of a metric's name. */
    public static final String NAME = "feature-gain";

    private GainFindings() {}

    /**
     * Of one training, or of the trainings of all folds.
     *
     * @param folds the gains of each training: of all rows, or one of each region and output; a training without a split
     *     may lack some, and then counts in neither mean nor range of them
     */
    public static MetricResult of(List<List<FeatureGains>> folds) {
        Findings findings = new Findings();
        for (int fold = 0; fold < folds.size(); fold++) {
            for (FeatureGains gains : folds.get(fold)) {
                Map<String, String> keys = folds.size() == 1 ? Map.of() : Map.of("fold", String.valueOf(fold));
                gains.shares().forEach((feature, share) -> findings.add(value(gains, feature, share, keys)));
            }
        }
        findings.add(figure(folds));
        return findings.result();
    }

    private static MetricValue value(FeatureGains gains, String feature, double share, Map<String, String> more) {
        Map<String, String> keys = new LinkedHashMap<>(more);
        keys.put("feature", feature);
        if (!gains.output().isEmpty()) {
            keys.put("output", gains.output());
        }
        if (!gains.region().isEmpty()) {
            keys.put("region", gains.region());
        }
        return new MetricValue(NAME, Part.TRAINING, share, Double.NaN, Double.NaN, "", keys);
    }

    /** The feature that does most, in the mean over everything, at the top; a colour for each region and output. */
    private static Figure figure(List<List<FeatureGains>> folds) {
        List<FeatureGains> all = folds.stream().flatMap(List::stream).toList();
        List<String> upwards = all.stream()
                .flatMap(gains -> gains.shares().keySet().stream())
                .distinct()
                .sorted(Comparator.comparingDouble(feature ->
                        all.stream().mapToDouble(gains -> share(gains, feature)).sum()))
                .toList();
        Map<List<String>, List<FeatureGains>> parts = new LinkedHashMap<>();
        for (FeatureGains gains : all) {
            parts.computeIfAbsent(List.of(gains.output(), gains.region()), key -> new ArrayList<>())
                    .add(gains);
        }
        List<Mark> marks = new ArrayList<>();
        for (List<FeatureGains> part : parts.values()) {
            double height = (parts.size() - marks.size()) / (parts.size() + 1.0);
            marks.add(points(part, upwards, height));
        }
        return Figure.of(
                        NAME,
                        "What each feature did for the fit",
                        "Part of what all splits of the trees lowered the training loss by that splits on a feature did"
                                + (folds.size() == 1
                                        ? "."
                                        : ": mean, and from the least to the most of " + folds.size() + " folds.")
                                + " Features that know the same share it, and one with many values is preferred;"
                                + " 'permutation-importance' judges by the evaluated rows instead.",
                        Axis.of("Part of the gain").between(0, 1),
                        Axis.of("").between(0, upwards.size()),
                        marks)
                .withLabels(List.of(), upwards)
                .comparing(parts.size() == 1 ? marks : List.of());
    }

    private static Mark points(List<FeatureGains> folds, List<String> features, double height) {
        double[] mean = features.stream()
                .mapToDouble(feature -> shares(folds, feature).average().orElseThrow())
                .toArray();
        double[] least = reduced(folds, features, Math::min);
        double[] most = reduced(folds, features, Math::max);
        double[] at =
                IntStream.range(0, features.size()).mapToDouble(i -> i + height).toArray();
        FeatureGains first = folds.get(0);
        String label = String.join(
                ", ",
                Stream.of(first.output(), first.region())
                        .filter(text -> !text.isEmpty())
                        .toList());
        return new Mark.Points(label, mean, least, most, at, at, at);
    }

    private static double[] reduced(List<FeatureGains> folds, List<String> features, DoubleBinaryOperator which) {
        return features.stream()
                .mapToDouble(feature -> shares(folds, feature).reduce(which).orElseThrow())
                .toArray();
    }

    private static DoubleStream shares(List<FeatureGains> folds, String feature) {
        return folds.stream().mapToDouble(gains -> share(gains, feature));
    }

    private static double share(FeatureGains gains, String feature) {
        return gains.shares().getOrDefault(feature, 0.0);
    }
}

package org.muonframework.run.compare;

import java.util.List;
import java.util.Optional;
import org.muonframework.report.Rounding;
import org.muonframework.run.report.ValueTable;
import org.muonframework.run.result.AucContrast;
import org.muonframework.spi.metric.MetricValue;

/**
 * What several models have in common and where they differ.
 *
 * @param models the models, run after run
 * @param values values that stand for the whole of a part
 * @param contrasts areas under the ROC curves against that of the first model of the same name, else of the very first
 * @param configuration keys of the configuration that differ between runs
 * @param counts rows and weights that differ between runs
 * @param warnings what the reader must know before believing the numbers
 */
public record Comparison(
        List<ComparedModel> models,
        ValueTable values,
        List<AucContrast> contrasts,
        List<Difference> configuration,
        List<Difference> counts,
        List<String> warnings) {

    public Comparison {
        models = List.copyOf(models);
        contrasts = List.copyOf(contrasts);
        configuration = List.copyOf(configuration);
        counts = List.copyOf(counts);
        warnings = List.copyOf(warnings);
    }

    /** Names of the runs, in order. */
    public List<String> runs() {
        return models.stream().map(ComparedModel::runName).distinct().toList();
    }

    /** The quantities of the parts that results are quoted for. */
    public List<ValueTable.Row> headline() {
        return values.rows().stream()
                .filter(row -> models.stream().anyMatch(model -> model.run().evaluated() == row.sample()))
                .toList();
    }

    /**
     * The second model's value minus the first's, as text; empty unless there are two models and both have a value.
     * Only for the area under the ROC curve is its uncertainty known: other values of the same rows fluctuate together.
     */
    public Optional<String> difference(ValueTable.Row row) {
        if (models.size() != 2 || row.values().stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        boolean isAuc = row.label().equals("auc")
                && models.stream().allMatch(model -> model.run().evaluated() == row.sample());
        if (isAuc
                && contrasts.size() == 1
                && Double.isFinite(contrasts.get(0).difference().difference())) {
            return Optional.of(contrasts.get(0).text());
        }
        MetricValue one = row.values().get(0).get();
        MetricValue other = row.values().get(1).get();
        double difference = other.value() - one.value();
        if (!Double.isFinite(difference) || !one.unit().equals(other.unit())) {
            return Optional.empty();
        }
        String number = Rounding.endingLike(difference, Math.hypot(halfWidth(one), halfWidth(other)));
        return Optional.of(one.unit().isEmpty() ? number : number + " " + one.unit());
    }

    private static double halfWidth(MetricValue value) {
        return (value.high() - value.low()) / 2;
    }
}

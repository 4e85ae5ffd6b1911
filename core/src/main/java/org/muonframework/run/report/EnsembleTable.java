package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.evaluate.training.EnsembleFindings;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.MetricValue;

/** The members of the ensembles of a model, with what each counts. */
final class EnsembleTable {

    private EnsembleTable() {}

    /** The table; empty where there is no ensemble. */
    static Optional<Block> of(ModelResult model) {
        List<MetricValue> values = model.metrics().stream()
                .filter(named -> named.metric().equals(EnsembleFindings.NAME))
                .flatMap(named -> named.result().values().stream())
                .toList();
        List<MetricValue> weights = named(values, EnsembleFindings.WEIGHT);
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        Map<Map<String, String>, MetricValue> losses = named(values, EnsembleFindings.LOSS).stream()
                .collect(Collectors.toMap(value -> value.without("note").keys(), value -> value));
        List<String> keys = Stream.of(EnsembleFindings.FOLD, EnsembleFindings.REGION, EnsembleFindings.MEMBER)
                .filter(weights.get(0).keys()::containsKey)
                .toList();
        List<String> headers = new ArrayList<>(keys);
        headers.addAll(List.of("validation loss", "weight"));
        List<List<String>> rows = weights.stream()
                .map(weight -> row(keys, losses.get(weight.keys()), weight))
                .toList();
        return Optional.of(new Block.Table("Members of the ensemble " + model.name(), headers, rows));
    }

    private static List<MetricValue> named(List<MetricValue> values, String name) {
        return values.stream().filter(value -> value.name().equals(name)).toList();
    }

    private static List<String> row(List<String> keys, MetricValue loss, MetricValue weight) {
        List<String> row = new ArrayList<>();
        keys.forEach(key -> row.add(weight.keys().get(key)));
        row.add(Rounding.value(loss.value()));
        row.add(Rounding.value(weight.value()));
        return row;
    }
}

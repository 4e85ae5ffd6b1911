package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.evaluate.training.GridFindings;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.MetricValue;

/** The points of the searches of a model, with their losses and which was chosen. */
final class GridTable {

    private GridTable() {}

    /** The table; empty where nothing was searched. */
    static Optional<Block> of(ModelResult model) {
        List<MetricValue> values = model.metrics().stream()
                .filter(named -> named.metric().equals(GridFindings.NAME))
                .flatMap(named -> named.result().values().stream())
                .toList();
        List<MetricValue> points = named(values, GridFindings.LOSS);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        MetricValue first = points.get(0);
        List<String> keys = new ArrayList<>(Stream.of(GridFindings.FOLD, GridFindings.REGION, GridFindings.POINT)
                .filter(first.keys()::containsKey)
                .toList());
        first.keys().keySet().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        List<String> headers = new ArrayList<>(keys);
        headers.addAll(List.of("validation loss", "best"));
        List<MetricValue> best = named(values, GridFindings.BEST);
        List<List<String>> rows = points.stream()
                .map(point -> row(point, keys, best.stream().anyMatch(chosen -> chosen.keys()
                        .equals(point.keys()))))
                .toList();
        return Optional.of(new Block.Table("Settings tried for " + model.name(), headers, rows));
    }

    private static List<MetricValue> named(List<MetricValue> values, String name) {
        return values.stream().filter(value -> value.name().equals(name)).toList();
    }

    private static List<String> row(MetricValue point, List<String> keys, boolean best) {
        List<String> row = new ArrayList<>();
        keys.forEach(key -> row.add(point.keys().getOrDefault(key, "")));
        row.add(Rounding.interval(point.value(), point.low(), point.high()));
        row.add(best ? "best" : "");
        return row;
    }
}

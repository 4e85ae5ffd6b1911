package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;
import org.muonframework.run.plan.VariationPlan;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.metric.MetricValue;

/** The values of one model on the nominal sample and on each variation, with their differences. */
final class VariationTable {

    private VariationTable() {}

    /**
     * What a variation changes of a value.
     *
     * @param variation its name
     * @param shift value on the variation minus nominal value
     * @param down how far it may lie lower, as of independent samples; NaN where an interval is missing
     * @param up how far it may lie higher
     * @param unit unit of both
     */
    private record Difference(String variation, double shift, double down, double up, String unit) {

        static Optional<Difference> of(String variation, MetricValue nominal, MetricValue varied) {
            double shift = varied.value() - nominal.value();
            return Double.isFinite(shift)
                    ? Optional.of(new Difference(
                            variation,
                            shift,
                            Math.hypot(varied.value() - varied.low(), nominal.high() - nominal.value()),
                            Math.hypot(varied.high() - varied.value(), nominal.value() - nominal.low()),
                            varied.unit()))
                    : Optional.empty();
        }

        String text() {
            return text(Rounding.interval(shift, shift - down, shift + up));
        }

        String size() {
            String number = shift < 0
                    ? Rounding.interval(-shift, -shift - up, -shift + down)
                    : Rounding.interval(shift, shift - down, shift + up);
            return text(number) + " (" + variation + ")";
        }

        private String text(String number) {
            return unit.isEmpty() ? number : number + " " + unit;
        }
    }

    /**
     * The table; empty if no value of a variation stands for the whole.
     *
     * @param nominal the values of the model that stand for the whole of the nominal sample
     */
    static Optional<Block> of(String model, List<MetricValue> nominal, List<VariationResult> variations) {
        Map<String, List<MetricValue>> values = new LinkedHashMap<>();
        values.put(VariationPlan.NOMINAL, nominal);
        variations.forEach(variation -> values.put(variation.name(), variation.headline(model)));
        List<String> headers = new ArrayList<>(List.of("metric", VariationPlan.NOMINAL));
        variations.forEach(variation -> headers.addAll(List.of(variation.name(), "difference")));
        headers.add("largest difference (by size)");
        List<List<String>> rows = ValueTable.of(values).rows().stream()
                .filter(row -> row.values().stream().skip(1).anyMatch(Optional::isPresent))
                .map(row -> row(row, variations))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table("Values on each sample, with 68 % intervals", headers, rows));
    }

    private static List<String> row(ValueTable.Row quantity, List<VariationResult> variations) {
        List<String> cells =
                new ArrayList<>(List.of(quantity.label(), quantity.texts().get(0)));
        Optional<MetricValue> nominal = quantity.values().get(0);
        Optional<Difference> largest = Optional.empty();
        for (int v = 0; v < variations.size(); v++) {
            String name = variations.get(v).name();
            Optional<MetricValue> varied = quantity.values().get(v + 1);
            Optional<Difference> difference =
                    nominal.flatMap(first -> varied.flatMap(other -> Difference.of(name, first, other)));
            cells.add(quantity.texts().get(v + 1));
            cells.add(difference.map(Difference::text).orElse(""));
            boolean larger = difference.isPresent()
                    && (largest.isEmpty()
                            || Math.abs(difference.get().shift())
                                    > Math.abs(largest.get().shift()));
            largest = larger ? difference : largest;
        }
        cells.add(largest.map(Difference::size).orElse(""));
        return cells;
    }
}

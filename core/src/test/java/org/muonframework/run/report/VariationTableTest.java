package org.muonframework.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.report.Block;
import org.muonframework.run.result.ModelResult.NamedResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

@DisplayName("The table of values on each sample")
class VariationTableTest {

    private static MetricValue efficiency(double value, double low, double high) {
        return MetricValue.of("efficiency", Part.TEST, value).within(low, high);
    }

    private static VariationResult variation(String name, MetricValue value) {
        MetricResult result = MetricResult.of(List.of(value.with(VariationResult.KEY, name)), List.of());
        return new VariationResult(
                name,
                "files",
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("model", List.of(new NamedResult("working-point", Chapter.PERFORMANCE, result))));
    }

    @Test
    @DisplayName(
            "pairs the end of one interval with the other end of the other, and tells the largest without its sign")
    void asymmetric() {
        Block.Table table = (Block.Table) VariationTable.of(
                        "model",
                        List.of(efficiency(0.98, 0.94, 0.99)),
                        List.of(
                                variation("down", efficiency(0.80, 0.77, 0.82)),
                                variation("up", efficiency(0.99, 0.96, 0.995))))
                .orElseThrow();

        assertThat(table.headers()).endsWith("largest difference (by size)");
        List<String> row = table.rows().get(0);
        assertThat(Math.hypot(0.02, 0.04)).isBetween(0.0445, 0.0455);
        assertThat(Math.hypot(0.03, 0.01)).isBetween(0.0315, 0.0325);
        assertThat(row.get(3)).isEqualTo("−0.180 +0.045 −0.032");
        assertThat(row).last().isEqualTo("0.180 +0.032 −0.045 (down)");
    }
}

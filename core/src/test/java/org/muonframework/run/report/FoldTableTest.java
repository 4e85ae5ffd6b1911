package org.muonframework.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.report.Block;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

@DisplayName("The table of folds")
class FoldTableTest {

    private static ModelMetric value(Part part, int fold, double value) {
        MetricValue found = MetricValue.of("ks-distance", part, value).with("fold", String.valueOf(fold));
        return new ModelMetric("net", "reweighting", Double.isNaN(value) ? found.with("note", "no rows") : found);
    }

    @Test
    @DisplayName("keeps the parts of the data apart, and a fold without a value in the row of the others")
    void partsAreKeptApart() {
        List<ModelMetric> values = List.of(
                value(Part.TRAINING, 0, 1),
                value(Part.VALIDATION, 0, 10),
                value(Part.TRAINING, 1, 3),
                value(Part.VALIDATION, 1, Double.NaN));

        Block.Table table = (Block.Table) FoldTable.of(values, 2).orElseThrow();

        assertThat(table.rows())
                .extracting(row -> row.subList(0, 4))
                .containsExactly(
                        List.of("net", "ks-distance", "training", "2"),
                        List.of("net", "ks-distance", "validation", "10"));
    }
}
